import type { Huddle } from '../domain/huddle.ts';
import { scaleTop } from '../domain/pulse.ts';
import type { PulseRefusal } from '../domain/pulse.ts';
import type { Prompt, Round } from '../domain/round.ts';
import { dayAndTime } from '../words/dates.ts';
import { pulseWords as words } from '../words/en/pulses.ts';
import { actions, paragraph, strong, type Action, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';

interface PulseFacts {
  readonly huddle: Huddle;
}

/** The question, to one person. It looks the same before and after they answered, as it may stand where others look. */
export function pulseQuestion(round: Round, { huddle }: PulseFacts): Document {
  return document(
    [
      { kind: 'heading', text: words.title },
      ...asked(round.prompt),
      ...readFirst(round, huddle),
      answers(round, huddle),
    ],
    words.summary,
  );
}

/** What was typed is none of its answers. It stands there again, not lost. */
export function pulsePickOne(round: Round, { huddle, typed }: PulseFacts & { readonly typed: string }): Document {
  return document(
    [
      paragraph(strong(round.prompt.text)),
      paragraph(words.pickOne),
      paragraph(words.youTyped),
      { kind: 'quote', text: typed, from: null },
      answers(round, huddle),
    ],
    words.pickOne,
  );
}

function asked(prompt: Prompt): readonly Block[] {
  const question = paragraph(strong(prompt.text));
  if (prompt.kind !== 'scale') return [question];
  const [low = '', high = ''] = prompt.ends ?? [];
  return [paragraph(strong(prompt.text), ` ${words.scale(low, high)}`)];
}

/** What becomes of an answer is said before it is given. Where there are numbers by group too, in fewer words. */
function readFirst({ prompt, closesAt }: Round, { name, zone, pulseSides }: Huddle): readonly Block[] {
  const isScale = prompt.kind === 'scale';
  const until = words.untilCut(dayAndTime(closesAt, zone));
  const whole = isScale ? words.shown : words.shownPick;
  const bySide = isScale ? words.shownBySide : words.shownPickBySide;
  return [
    paragraph(isScale ? words.whoSees(name) : words.whoSeesPick(name)),
    paragraph(`${until} ${pulseSides === true ? words.noWayBackShort : words.noWayBack}`),
    paragraph(`${pulseSides === true ? bySide : whole} ${words.mayGuess}`),
  ];
}

function answers(round: Round, huddle: Huddle): Block {
  const skip: Action = { action: 'pulse-skip', subject: round.id, label: words.skip };
  return actions(...steps(round), skip, helpAction(huddle.id));
}

function steps({ id, prompt }: Round): readonly Action[] {
  const subject = (option: number) => `${id}/${String(option)}`;
  if (prompt.kind !== 'scale')
    return prompt.options.map((label, option) => ({ action: 'pulse', subject: subject(option), label }));
  const [low = null, high = null] = prompt.ends ?? [];
  return Array.from({ length: scaleTop }, (_, option) => {
    const end = option === 0 ? low : option === scaleTop - 1 ? high : null;
    const value = option + 1;
    return {
      action: 'pulse',
      subject: subject(option),
      label: words.step(value, end),
      spoken: words.spoken(value, end),
    };
  });
}

/** Never what was picked: not on a screen that others may see, and not in a message that stays. */
export function pulseSaved({ closesAt }: Round, { zone }: Huddle): Document {
  return document([paragraph(`${words.saved} ${words.canChange(dayAndTime(closesAt, zone))}`)], words.saved);
}

export function pulseSkipped({ closesAt }: Round, { zone }: Huddle): Document {
  return note(`${words.skipped} ${words.canStill(dayAndTime(closesAt, zone))}`);
}

/** The same for everyone who got the question. */
export function pulseClosed({ prompt }: Round): Document {
  return document(
    [
      { kind: 'heading', text: words.title },
      paragraph(strong(prompt.text)),
      paragraph(`${words.closed} ${prompt.kind === 'scale' ? words.closedTold : words.closedToldPick}`),
    ],
    words.closed,
  );
}

export function pulseInPrivate({ name }: Huddle): Document {
  return note(words.inPrivate(name));
}

export function pulseRefused(refused: PulseRefusal): Document {
  return note(words.refusals[refused]);
}
