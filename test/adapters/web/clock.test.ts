import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstDay, look, pageNumber, post, startStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const call = (path: string, body: unknown) =>
  fetch(`${stage.url}/rehearsal/${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

describe('the clock on the page', () => {
  it('says in words what time it is and what comes next', async () => {
    const page = await look(`${stage.url}/as/amina`);
    expect(page).toContain('Monday 1 March at 9am, 2027');
    expect(page).toMatch(/Next question<\/span>\s*<span class="to">Monday 1 March at 10am/);
    expect(page).toMatch(/Next digest<\/span>\s*<span class="to">Tuesday 9 March at 9am/);
    expect(page).toMatch(/One day on<\/span>\s*<span class="to">Tuesday 2 March at 9am/);
  });

  it('a button moves it once, however often it is pressed on one page', async () => {
    const page = pageNumber(await look(`${stage.url}/as/amina`));
    const press = () => post(`${stage.url}/as/amina/clock`, { page, back: 'private', to: '2027-03-02T09:00:00.000Z' });
    const answers = [await press(), await press()];
    expect(answers.map((answer) => answer.headers.get('location'))).toEqual([
      '/as/amina/private?said=moved#main',
      '/as/amina/private?said=moved#main',
    ]);
    expect(stage.moves).toEqual(['moved 2027-03-02T09:00:00.000Z']);
    expect(await look(`${stage.url}/as/amina?said=moved`)).toContain('It is now Tuesday 2 March at 9am.');
  });

  it('a date stops it at midday there, in summer time too, and a date gone by is kindly refused', async () => {
    const go = (date: string) => post(`${stage.url}/as/amina/clock`, { page: 'abcdefgh', date });
    expect((await go('2027-03-28')).headers.get('location')).toBe('/as/amina?said=moved#main');
    expect(stage.moves).toEqual(['moved 2027-03-28T11:00:00.000Z']);
    expect((await go('2027-03-01')).headers.get('location')).toBe('/as/amina?said=backwards#main');
    expect(await look(`${stage.url}/as/amina?said=backwards`)).toContain('The clock only goes forward.');
    expect((await go('soon')).headers.get('location')).toBe('/as/amina?said=no-date#main');
    expect((await go('2077-03-01')).headers.get('location')).toBe('/as/amina?said=too-far#main');
  });

  it('start again clears the room and puts the clock back', async () => {
    await post(`${stage.url}/as/amina/clock`, { page: 'abcdefgh', date: '2027-03-05' });
    await post(`${stage.url}/as/amina/again`, { page: 'abcdefgh', with: 'nobody' });
    expect(stage.moves.at(-1)).toBe('reset nobody');
    expect(await look(`${stage.url}/as/amina`)).toContain('Monday 1 March at 9am');
  });

  it('an address cannot put words of its own on a page', async () => {
    expect(await look(`${stage.url}/as/amina?said=call+0900`)).not.toContain('0900');
  });
});

describe('the clock for programs', () => {
  it('moves to a moment or on by a duration, and says what time it is then', async () => {
    expect(await (await call('clock', { to: '2027-03-02T10:00:00+01:00' })).json()).toEqual({
      now: '2027-03-02T09:00:00.000Z',
    });
    expect(await (await call('clock', { advance: 'P1D' })).json()).toEqual({ now: '2027-03-03T09:00:00.000Z' });
    expect(await (await call('clock', { advance: 'PT90M' })).json()).toEqual({ now: '2027-03-03T10:30:00.000Z' });
  });

  it('a day on over a clock change ends at the same time of day', async () => {
    await call('clock', { to: '2027-03-27T10:00:00Z' });
    expect(await (await call('clock', { advance: 'P1D' })).json()).toEqual({ now: '2027-03-28T09:00:00.000Z' });
  });

  it('never goes back', async () => {
    for (const body of [{ to: '2027-02-01T00:00:00Z' }, { advance: '-P1D' }]) {
      const answer = await call('clock', body);
      expect(answer.status).toBe(409);
      expect(await answer.json()).toEqual({ error: 'The clock only goes forward. To go back, use /rehearsal/reset.' });
    }
    expect(stage.moves).toEqual([]);
  });

  it('a call that makes no sense says what is needed', async () => {
    const calls = [
      '{',
      '[]',
      '""',
      {},
      { to: 'soon' },
      { to: '2027-03-02' },
      { advance: 'a day' },
      { to: 1 },
      { to: firstDay, advance: 'P1D' },
      { advance: 'P9Y' },
    ];
    for (const body of calls) {
      const answer = await call('clock', body);
      expect(answer.status, JSON.stringify(body)).toBe(400);
      expect(((await answer.json()) as { error: string }).error.length).toBeGreaterThan(20);
    }
    for (const body of [{}, { with: 'all' }, { with: 'nobody', at: 'then' }])
      expect((await call('reset', body)).status).toBe(400);
    expect(stage.moves).toEqual([]);
  });

  it('reset starts anew at the moment that is asked for', async () => {
    expect(await (await call('reset', { at: '2027-02-01T08:00:00Z', with: 'nobody' })).json()).toEqual({
      now: '2027-02-01T08:00:00.000Z',
    });
    expect(await (await call('reset', { with: 'willow' })).json()).toEqual({ now: firstDay });
    expect(stage.moves).toEqual(['reset nobody', 'reset willow']);
  });

  it('says how things stand', async () => {
    const state = await (await fetch(`${stage.url}/rehearsal/state`)).json();
    expect(state).toMatchObject({
      now: firstDay,
      zone: 'Europe/London',
      nextQuestionAt: '2027-03-01T10:00:00.000Z',
      people: [{ user: 'amina' }, {}, {}],
    });
  });
});
