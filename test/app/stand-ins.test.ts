import { afterEach, describe, expect, it } from 'vitest';
import { closeStages, openStage, said, userOf, willow } from './stage.ts';

afterEach(closeStages);
const start = '2027-02-15T10:00:00.000Z';
const tuesday = '2027-03-02T09:00:00.000Z';
const open = () => openStage({ start, huddle: { nextDigestAt: tuesday } });
type Stage = Awaited<ReturnType<typeof open>>;

const roles = async (stage: Stage) => said(await stage.type('Jo', 'roles'));
const inDigest = (stage: Stage) =>
  stage
    .everywhere()
    .filter((text) => text.startsWith('Who does what'))
    .at(-1) ?? '';

/** Dev has the notes, and Amina stands in by his yes. */
async function withStandIn(): Promise<Stage> {
  const stage = await open();
  await stage.type('Dev', 'take notes');
  await stage.type('Amina', 'stand in for notes');
  await stage.press('Dev', 'Yes, they can stand in');
  return stage;
}

describe('to stand in for a role', () => {
  it('is offered to its holder, who is asked in private, and holds from their yes on', async () => {
    const stage = await open();
    await stage.type('Dev', 'take notes');
    expect(said(await stage.type('Amina', 'stand in for notes'))).toContain('I have asked Dev if you can stand in');
    expect(await roles(stage)).not.toContain('Amina');
    expect(stage.notes('Dev').at(-1)).toContain('Amina would like to stand in for you when you are away: notes.');
    expect(said(await stage.type('Dev', 'home'))).toContain('Amina would like to stand in');
    expect(said(await stage.press('Dev', 'Yes, they can stand in'))).toBe(
      'Saved. Amina stands in for notes when needed.',
    );
    expect(stage.place().at(-1)).toBe('Role news. Notes: Dev. Amina stands in when needed.');
    expect(await roles(stage)).toContain('- Notes: Dev, since 15 February. Amina stands in when needed.');
    const [role] = await stage.store.read.roles.list(willow);
    expect(role?.standIns).toMatchObject([{ from: start, to: null }]);
  });

  it('is asked of someone by a holder, and nobody is given it without their yes', async () => {
    const stage = await open();
    await stage.type('Dev', 'take notes');
    expect(said(await stage.type('Dev', `stand in for notes <@${userOf('Amina')}>`))).toContain('I have asked Amina');
    expect(await roles(stage)).not.toContain('Amina stands in');
    expect(stage.notes('Amina').at(-1)).toContain('Dev asks you to stand in: notes.');
    await stage.press('Amina', 'Not now');
    expect(await roles(stage)).not.toContain('Amina');
    await stage.type('Dev', 'stand in for notes, Amina');
    expect(said(await stage.press('Amina', 'Yes, I will stand in'))).toContain('Saved. You stand in for notes.');
  });

  it('is refused with what to do, and a line without a role asks which', async () => {
    const stage = await withStandIn();
    expect(said(await stage.type('Dev', 'stand in for notes'))).toContain('You have notes yourself.');
    expect(said(await stage.type('Jo', 'stand in for notes'))).toContain('Someone stands in for notes already.');
    expect(said(await stage.type('Jo', 'stand in for money'))).toContain('To take it, type: take money.');
    expect(said(await stage.type('Jo', 'stand in for notes @Ruth'))).toContain('Only the person who has notes');
    expect(said(await stage.type('Jo', 'stop standing in for notes'))).toContain('You do not stand in for notes.');
    expect(said(await stage.type('Jo', 'stand in for'))).toContain('Say which role.');
  });

  it('ends in one step, with no reason', async () => {
    const stage = await withStandIn();
    await stage.type('Amina', 'roles');
    expect(said(await stage.press('Amina', 'Stop standing in for notes'))).toContain('No one stands in for notes now.');
    expect(await roles(stage)).toContain('- Notes: Amina stood in, 15 February to 15 February.');
  });

  it('ends when they take the role, when it is put down, and when they leave, also if they come back', async () => {
    const taken = await withStandIn();
    await taken.type('Dev', 'hand notes to Amina');
    await taken.press('Amina', 'Yes, I will take it');
    expect(await roles(taken)).not.toContain('stands in');
    const down = await withStandIn();
    await down.type('Dev', 'put down notes');
    await down.type('Ruth', 'take notes');
    expect(await roles(down)).not.toContain('stands in');
    const left = await withStandIn();
    await left.type('Amina', 'leave');
    expect(await roles(left)).not.toContain('stands in');
    expect(said(await left.type('Jo', 'stand in for notes'))).toContain('I have asked Dev');
  });
});

describe('while every holder is away', () => {
  it('the list and the digest name who does it for now, and neither the holder nor why', async () => {
    const stage = await withStandIn();
    await stage.type('Dev', 'pause');
    expect(await roles(stage)).toContain('- Notes: Amina does it for now.');
    expect(await roles(stage)).not.toContain('Dev,');
    await stage.moveTo(tuesday);
    expect(inDigest(stage)).toContain('- Notes: Amina, for now.');
    expect(inDigest(stage)).not.toContain('Dev');
    const [digest] = await stage.store.read.digests.recent(willow, 1);
    expect(digest?.facts.held?.leadRoles.total).toBe(1);
    await stage.type('Dev', 'resume');
    expect(await roles(stage)).toContain('- Notes: Dev, since 15 February. Amina stands in when needed.');
    await stage.moveTo('2027-03-09T09:00:00.000Z');
    expect(inDigest(stage)).toContain('- Notes: Dev.');
  });

  it('nobody stands in while one of two holders is here, nor where whoever stands in is away too', async () => {
    const stage = await withStandIn();
    await stage.type('Ruth', 'take notes');
    await stage.press('Dev', 'Yes, share it');
    await stage.type('Dev', 'pause');
    expect(await roles(stage)).toContain('- Notes: Dev and Ruth');
    await stage.type('Ruth', 'pause');
    expect(await roles(stage)).toContain('- Notes: Amina does it for now.');
    await stage.type('Amina', 'pause');
    expect(await roles(stage)).toContain('- Notes: Dev and Ruth');
  });

  it('whoever has left is stood in for as well, until someone takes it', async () => {
    const stage = await withStandIn();
    await stage.type('Dev', 'leave');
    expect(await roles(stage)).toContain('- Notes: Amina does it for now.');
    expect(said(await stage.type('Ruth', 'take notes'))).toContain('You now lead on notes.');
    expect(await roles(stage)).toContain('- Notes: Ruth, since 15 February.');
  });
});

describe('of whoever stands in', () => {
  it('my data tells it, and forgetting takes their name off it', async () => {
    const stage = await withStandIn();
    expect(said(await stage.type('Amina', 'my data'))).toContain('You agreed to stand in for notes, from');
    await stage.type('Amina', 'yes, forget me');
    expect(await roles(stage)).not.toContain('Amina');
    const [role] = await stage.store.read.roles.list(willow);
    expect(role?.standIns?.map(({ to }) => to)).toEqual([start]);
    expect(JSON.stringify(role)).not.toContain('amina');
  });
});
