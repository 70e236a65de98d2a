import { readGroups } from '../commands/people-groups.ts';
import { answerTo, renewalOf } from '../domain/consent.ts';
import { daysOffOf } from '../domain/days-off.ts';
import type { Huddle, Member } from '../domain/huddle.ts';
import { standingNow, takesPart } from '../domain/huddle.ts';
import type { Membership, PickedGroups } from '../domain/membership.ts';
import { hasAnsweredOnce, memberOf, runsAlone } from '../domain/membership.ts';
import type { MembershipCommand } from '../domain/membership-rules.ts';
import type { Refusal } from '../domain/refusal.ts';
import { isRefusal, refuse } from '../domain/refusal.ts';
import { offerActions, renewalMessage } from '../messages/consent.ts';
import { daysOffMessage, pausedMessage } from '../messages/days-off.ts';
import { note } from '../messages/frame.ts';
import { countQuestion, groupQuestion, noticeMessage, welcomeMessage } from '../messages/notice.ts';
import { membershipRefusal, newsMessage, notAllowed, standingAction, stopMessage } from '../messages/people.ts';
import type { Reply } from '../ports.ts';
import { consentWords } from '../words/en/consent.ts';
import { daysOffWords } from '../words/en/days-off.ts';
import { peopleWords as words } from '../words/en/people.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import { membershipAggregate } from './people-aggregates.ts';
import { newcomerFrom } from './people-found.ts';
import { answer } from './people-reply.ts';
import { whoIsTold } from './safety-state.ts';

/** `join`, with the groups as typed. Whoever was not invited asks the coordinators for a place. */
export async function join(as: string | null, context: Context): Promise<Reply> {
  const { huddle } = context;
  if (huddle === null) return answer(context, notAllowed(refuse('no-huddle-here')));
  if (!inHuddle(context)) return askForPlace(huddle, context);
  const { member } = context;
  if (as === null && !takesPart(member)) return showNotice(context);
  if (as === null) return answer(context, renewalFor(context) ?? nextStep(huddle, member, []));
  const groups = readGroups(as, huddle.groups);
  if (groups !== null) return takePart(groups, context);
  const names = huddle.groups.map(({ name }) => name);
  return answer(context, groupQuestion(huddle, [words.noSuchGroup(names)]));
}

async function askForPlace(huddle: Huddle, context: Context): Promise<Reply> {
  const { interaction, person, now, directory } = context;
  const shown = directory.find(({ identity }) => identity.user === interaction.who.user)?.name;
  const known = { identity: interaction.who, name: shown ?? interaction.name ?? interaction.who.user };
  const newcomer = person === null ? newcomerFrom(known, context) : null;
  const id = person?.id ?? newcomer?.person.id;
  if (id === undefined) throw new Error('someone without a person');
  const aggregate = membershipAggregate(newcomer === null ? [] : [newcomer]);
  const done = await context.run(aggregate, { type: 'AskToJoin', huddle: huddle.id, now, person: id });
  if (isRefusal(done)) return refused(done, context, huddle);
  return answer(context, note(words.askedForYou(huddle.name)));
}

/** The notice again, for someone who was invited, said no or left. */
async function showNotice(context: MemberContext): Promise<Reply> {
  const { records, huddle, person, member } = context;
  const setUpBy = huddle.setUpBy === person.id ? null : await records.people.get(huddle.setUpBy);
  const facts = { huddle, name: person.name, setUpBy: setUpBy?.name ?? null, coordinator: member.coordinator };
  return answer(context, noticeMessage({ ...facts, tells: await whoIsTold(huddle, records) }));
}

/** The first yes, with the group where it was said in the same line. */
export async function takePart(groups: PickedGroups | null, context: MemberContext): Promise<Reply> {
  const was = takesPart(context.member);
  const done = await run({ type: 'TakePart', groups }, context);
  if (isRefusal(done)) return refused(done, context, context.huddle);
  const news = was && groups !== null ? [words.groupFromNow] : groups === null ? [] : [words.groupNoted];
  return answer(context, nextStep(context.huddle, done, news));
}

/** Whatever of the second yes and the group is still open, one question at a time; then the welcome. */
function nextStep(huddle: Huddle, member: Member, news: readonly string[]) {
  if (answerTo('counted', member) === null) return countQuestion(huddle, news);
  if (standingNow(member).group === null) return groupQuestion(huddle, news);
  return welcomeMessage(huddle, member, { news });
}

export async function decline(context: MemberContext): Promise<Reply> {
  const was = takesPart(context.member);
  const done = await run({ type: 'Decline' }, context);
  if (isRefusal(done)) return refused(done, context, context.huddle);
  // Asked whether their yes still holds, they said no: that is leaving, with all that belongs to it.
  if (was) return goodbye(context);
  return answer(context, newsMessage(context.huddle, [words.declined, words.changeYourMind]));
}

export async function answerCounted(yes: boolean, context: MemberContext): Promise<Reply> {
  const member = await run({ type: 'BeCounted', yes }, context);
  if (isRefusal(member)) return refused(member, context, context.huddle);
  const { huddle } = context;
  const { status, group } = standingNow(member);
  const line = yes ? (status === 'paused' ? words.countedPaused : words.counted) : words.notCounted;
  if (group === null || hasAnsweredOnce(member)) return answer(context, nextStep(huddle, member, [line]));
  return answer(context, newsMessage(huddle, yes ? [line] : [line, words.countAgain]));
}

/** Asked whether their yes still holds, they say: as before. */
export async function renew(context: MemberContext): Promise<Reply> {
  const { huddle, member, now } = context;
  const isAsked = renewalOf(huddle, member, now) !== null;
  const done = await run({ type: 'Renew' }, context);
  if (isRefusal(done)) return refused(done, context, huddle);
  return answer(context, newsMessage(huddle, [isAsked ? consentWords.renewed : consentWords.nothingToRenew]));
}

/** One of the two yeses that nobody has to give; what is still open of them is offered beside the answer. */
export async function allow(
  { to, yes }: { readonly to: 'quoted' | 'photos'; readonly yes: boolean },
  context: MemberContext,
): Promise<Reply> {
  const { huddle } = context;
  const done = await run({ type: 'Allow', to, yes }, context);
  if (isRefusal(done)) return refused(done, context, huddle);
  const line = yes ? consentWords.allowed[to] : consentWords.refused[to];
  return answer(context, newsMessage(huddle, [line], ...offerActions(huddle, done)));
}

function renewalFor({ huddle, member, person, now }: MemberContext) {
  const renewal = renewalOf(huddle, member, now);
  return renewal === null ? null : renewalMessage(huddle, member, { name: person.name, renewal });
}

export async function pickGroup(groups: PickedGroups, context: MemberContext): Promise<Reply> {
  const had = standingNow(context.member).group !== null;
  const done = await run({ type: 'PickGroup', groups }, context);
  if (isRefusal(done)) return refused(done, context, context.huddle);
  return answer(context, nextStep(context.huddle, done, had ? [words.groupFromNow] : []));
}

/** Already on days off, they read when those end. */
export async function pause(context: MemberContext, { unread }: { readonly unread: boolean }): Promise<Reply> {
  const { huddle } = context;
  const done = await run({ type: 'Pause' }, context);
  if (isRefusal(done)) return refused(done, context, huddle);
  return answer(context, daysOffOf(done) === null ? pausedMessage(huddle, { unread }) : daysOffMessage(huddle, done));
}

/** A bare "stop" pauses at once, without an end, and offers the rest. */
export async function stop(context: MemberContext): Promise<Reply> {
  const { huddle } = context;
  const done = await run({ type: 'Pause', endless: true }, context);
  return isRefusal(done) ? refused(done, context, huddle) : answer(context, stopMessage(huddle));
}

export async function resume(context: MemberContext): Promise<Reply> {
  const wasPlanned = daysOffOf(context.member) !== null && standingNow(context.member).status === 'active';
  const done = await run({ type: 'Resume' }, context);
  if (isRefusal(done)) return refused(done, context, context.huddle);
  if (wasPlanned) return answer(context, newsMessage(context.huddle, [daysOffWords.calledOff]));
  const counted = standingNow(done).counted ? words.countedAgain : words.notCountedAsBefore;
  return answer(context, newsMessage(context.huddle, [words.resumed, counted]));
}

export async function leave(context: MemberContext): Promise<Reply> {
  const { huddle } = context;
  const done = await run({ type: 'Leave' }, context);
  return isRefusal(done) ? refused(done, context, huddle) : goodbye(context);
}

async function goodbye(context: MemberContext): Promise<Reply> {
  const { huddle, records } = context;
  const alone = runsAlone(await records.members.of(huddle.id), context.person.id);
  const lines = [words.left, words.comeBack, ...(alone ? [words.leftAlone(huddle.name)] : [])];
  return answer(context, newsMessage(huddle, lines, standingAction(huddle, 'join')));
}

type OwnCommand = Extract<MembershipCommand, { readonly person: unknown }>;
type OwnAct = OwnCommand extends infer Each
  ? Each extends OwnCommand
    ? Omit<Each, 'huddle' | 'now' | 'person' | 'by'>
    : never
  : never;

/** Decides what this person does about themself; gives them back as they stand then. */
export async function run(act: OwnAct, context: MemberContext): Promise<Member | Refusal> {
  const { huddle, now, person } = context;
  const command = { ...act, huddle: huddle.id, now, person: person.id } as MembershipCommand;
  const done = await context.run(membershipAggregate(), command);
  return isRefusal(done) ? done : me(done.state, context);
}

function me({ members }: Membership, { person, member }: MemberContext): Member {
  return memberOf(members, person.id) ?? member;
}

export function refused(refusal: Refusal, context: Context, huddle: Huddle): Reply {
  if (refusal.refused === 'no-such-group') {
    return answer(context, groupQuestion(huddle, [words.noSuchGroup(huddle.groups.map(({ name }) => name))]));
  }
  const { member } = context;
  const hasLeft = member !== null && refusal.refused === 'not-joined' && standingNow(member).status === 'left';
  const why = hasLeft ? refuse('has-left') : refusal;
  return answer(context, membershipRefusal(why, { huddle: huddle.name, aboutSomeoneElse: false }));
}
