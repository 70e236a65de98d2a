import type { Away } from '../../src/domain/huddle.ts';
import type { Document, Form } from '../../src/messages/document.ts';
import {
  awayForm,
  awayMessage,
  backMessageOf,
  coverAnswered,
  coverAsked,
  standInMessage,
} from '../../src/messages/cover.ts';
import { person, sampleHuddle, type Written } from './sample-facts.ts';

const date = '2027-09-29';

function awayOf(answer: Away['answer']): Away {
  return { person: person('priya'), since: '2027-09-01', until: date, cover: person('ellis'), answer };
}

/** Messages about being away as a coordinator. */
export function aboutCover(written: Written): Readonly<Record<string, Document>> {
  const huddle = sampleHuddle(written);
  const { name } = written;
  const facts = { huddle, cover: name, readers: [name, name], restComes: false, isMember: true };
  const by = (answer: Away['answer']) => awayMessage({ ...facts, away: awayOf(answer) });
  return {
    'away, a coordinator covers': by(null),
    'away, asked': by('asked'),
    'away, someone stands in': by('yes'),
    'away, someone stands in for the only one': awayMessage({ ...facts, away: awayOf('yes'), restComes: true }),
    'away, they said no': by('no'),
    'away, nobody else': awayMessage({ ...facts, away: awayOf(null), cover: null, readers: [] }),
    'not away': awayMessage({ ...facts, away: null }),
    'back from being away': backMessageOf(huddle, true),
    'back, never away': backMessageOf(huddle, false),
    'asked to stand in': coverAsked(huddle, awayOf('asked'), name),
    'named as cover': coverAsked(huddle, awayOf(null), name),
    'they stand in': coverAnswered(huddle, true, name),
    'they do not stand in': coverAnswered(huddle, false, name),
    'you stand in': standInMessage(huddle, true, date),
    'you do not stand in': standInMessage(huddle, false, date),
    'nobody asked you to stand in': standInMessage(huddle, true, null),
  };
}

export function coverForm(written: Written): Readonly<Record<string, Form>> {
  return { 'when I am away': awayForm(sampleHuddle(written), { until: date, cover: written.name }) };
}
