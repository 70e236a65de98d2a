import type { Document } from '../../src/messages/document.ts';
import { guestEnded, guestLink, guestList, printedQuestion, printLinks } from '../../src/messages/guests.ts';
import { now, person, sampleHuddle, sampleRound, type Written } from './sample-facts.ts';

const address = `https://wesaid.example.org/g/${'a1b2c3d4.'.repeat(8)}`;

/** Messages about people without an account, for those who run the huddle. */
export function aboutGuests(written: Written): Readonly<Record<string, Document>> {
  const huddle = sampleHuddle(written);
  const { name } = written;
  const pass = {
    user: 'k7qm4rtp',
    huddle: huddle.id,
    person: person('sam'),
    serial: 1,
    endsAt: '2027-06-07T09:00:00.000Z',
    endedAt: null,
  };
  const facts = { huddle, name, pass, address, card: address };
  const over = { ...pass, endsAt: now };
  const ended = { ...pass, endedAt: now };
  return {
    'guest invited': guestLink('invited', facts),
    'guest link': guestLink('link', facts),
    'guest, new link': guestLink('newLink', facts),
    'guest ended': guestEnded(name, { huddle, wasInvited: false }),
    'guest ended, invited': guestEnded(name, { huddle, wasInvited: true }),
    'guests, none': guestList(huddle, [], now),
    guests: guestList(
      huddle,
      [pass, over, ended].map((each) => ({ pass: each, name })),
      now,
    ),
    'print links': printLinks(huddle, { question: address, digest: address }),
    'print links, none': printLinks(huddle, { question: null, digest: null }),
    'printed question': printedQuestion(sampleRound({ text: written.words }), huddle),
  };
}
