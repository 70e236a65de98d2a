import { afterEach, describe, expect, it } from 'vitest';
import { plainText } from '../../../src/messages/plain-text.ts';
import { createSeals } from '../../../src/seals.ts';
import { addHuddle, closeStages, huddleOf, memberOf } from '../../app/stage.ts';
import type { HuddleId, PersonId } from '../../../src/domain/ids.ts';
import { clientWith, enter, markIn, monday, openGuests, textOf, type GuestStage } from './guest-stage.ts';

let open: GuestStage[] = [];
afterEach(async () => {
  for (const stage of open) await stage.end();
  open = [];
  await closeStages();
});

async function stageOf(...given: Parameters<typeof openGuests>): Promise<GuestStage> {
  const stage = await openGuests(...given);
  open.push(stage);
  return stage;
}

/** What a link shows, by its status and its words. */
async function opened(link: string): Promise<readonly [number, string]> {
  const response = await fetch(link, { redirect: 'manual' });
  return [response.status, textOf(await response.text())];
}

describe('a link', () => {
  it('opens nothing by being looked at, and names nobody: programs look at the links in a mail, too', async () => {
    const stage = await stageOf();
    const link = await stage.link('guest Sam');
    const looked = await fetch(link);
    expect([looked.status, looked.headers.get('set-cookie')]).toEqual([200, null]);
    expect(textOf(await looked.text())).not.toMatch(/Sam|Willow/);
  });

  it('leads the one whose it is to their own page, and is in no address after that', async () => {
    const stage = await stageOf();
    const link = await stage.link('guest Sam');
    const entered = await fetch(link, { method: 'POST', body: 'as=self', redirect: 'manual' });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/g']);
    expect(textOf(await (await enter(link)).look('/g'))).toContain('Hello Sam');
  });

  it('shows the same page and nothing else when it is forged, over, ended, or replaced', async () => {
    const stage = await stageOf();
    const [sam, ali, jan] = [
      await stage.link('guest Sam'),
      await stage.link('guest Ali'),
      await stage.link('guest Jan'),
    ];
    await stage.type('Priya', 'guest Ali end');
    const newer = await stage.link('guest Jan new link');
    const forged = [
      `${sam.slice(0, -1)}${sam.endsWith('A') ? 'B' : 'A'}`,
      sam.replace('.1.', '.2.'),
      sam.replace(/\/g\/[^.]+/, '/g/00000000000000000000'),
      `${stage.url}/g/${createSeals('another secret, also of forty letters..').seal('guest link', 'abcdefghijkl.1')}`,
      `${stage.url}/g/${stage.door.seals.seal('guest card', new URL(sam).pathname.slice(3).split('.').slice(0, 2).join('.'))}`,
    ];
    const wrong = await Promise.all([...forged, ali, jan].map(opened));
    expect(new Set(wrong.map(([status]) => status))).toEqual(new Set([404]));
    expect(new Set(wrong.map(([, text]) => text)).size).toBe(1);
    expect([(await opened(sam))[0], (await opened(newer))[0]]).toEqual([200, 200]);
    stage.setWall('2027-05-29T12:00:00.000Z');
    expect((await opened(sam))[0]).toBe(200);
    stage.setWall('2027-05-31T12:00:00.000Z');
    expect(await opened(sam)).toEqual(wrong[0]);
  });

  it('lets nobody in by a forged, an ended or an old visit either, and keeps what they were about to send', async () => {
    const stage = await stageOf();
    const { client, link } = await stage.settled('Sam');
    const mark = markIn(await client.look('/g'));
    await stage.type('Priya', 'guest Sam new link');
    const answer = await client.post('/g/say', { page: mark, text: 'answer the lift again' });
    expect([answer.status, textOf(await answer.text())]).toEqual([403, expect.stringContaining('the lift again')]);
    const forged = clientWith(
      client.cookie.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A')),
      new URL(link).origin,
    );
    expect((await forged.get('/g')).status).toBe(403);
    expect((await clientWith('', new URL(link).origin).get('/g/question')).status).toBe(403);
  });

  it('is tried as often as anyone likes, but from some 60 wrong ones a minute on without a page for each', async () => {
    const stage = await stageOf();
    const good = await stage.link('guest Sam');
    const statuses: number[] = [];
    for (let count = 0; count < 70; count++)
      statuses.push((await fetch(`${stage.url}/g/wrong.${String(count)}.link`)).status);
    // A minute may end meanwhile, and then it counts anew.
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    expect((await opened(good))[0]).toBe(200);
    expect(stage.logged.filter(({ what }) => what.includes('links for guests')).length).toBeGreaterThan(0);
  });

  it('stands in no line of the log, not even when a page fails', async () => {
    const stage = await stageOf();
    const { client, link } = await stage.settled('Sam');
    const failing = stage.store.room.list;
    stage.store.room.list = () => Promise.reject(new Error('the disk is full'));
    const answer = await client.get('/g');
    stage.store.room.list = failing;
    expect([answer.status, textOf(await answer.text())]).toEqual([
      500,
      expect.stringContaining('Something went wrong'),
    ]);
    const token = new URL(link).pathname.slice(3);
    const lines = JSON.stringify(stage.logged, (_, value: unknown) => (value instanceof Error ? value.stack : value));
    expect(lines).toContain('the disk is full');
    for (const secret of [token, token.split('.')[0] ?? '', client.cookie.split('=')[1] ?? '']) {
      expect(lines).not.toContain(secret);
    }
  });
});

describe('the pages', () => {
  it('run no script and load nothing from elsewhere, are kept by no cache and tell no other site their address', async () => {
    const stage = await stageOf();
    const { client, link } = await stage.settled('Sam');
    for (const response of [await fetch(link), await client.get('/g'), await client.get('/g/nowhere')]) {
      const of = (name: string) => response.headers.get(name);
      expect(of('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'self'; img-src 'self'; form-action/,
      );
      expect(of('content-security-policy')).not.toContain('script');
      expect([of('cache-control'), of('x-robots-tag')]).toEqual(['no-store', 'noindex, nofollow']);
      expect(of('referrer-policy')).toMatch(/^(no-referrer|same-origin)$/);
      expect(await response.text()).not.toMatch(/<script|javascript:|style=/i);
    }
  });

  it('keep a cookie that no script can read, sent over https alone where there is https', async () => {
    const stage = await stageOf();
    const link = await stage.link('guest Sam');
    const enterBy = () => fetch(link, { method: 'POST', body: 'as=self', redirect: 'manual' });
    expect((await enterBy()).headers.get('set-cookie')).toMatch(
      /^wesaid-guest=\S+; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax$/,
    );
    Object.defineProperty(stage.door, 'origin', { value: 'https://wesaid.example.org' });
    expect((await enterBy()).headers.get('set-cookie')).toMatch(
      /^__Host-wesaid-guest=\S+; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure$/,
    );
  });

  it('are under 60 KB each, with their style sheet', async () => {
    const stage = await stageOf();
    const { client, link } = await stage.settled('Sam');
    await stage.ask();
    const style = (await client.look('/g/style.css')).length;
    const [, card = ''] = await stage.links('guest Sam');
    const paths = ['/g', '/g/question', '/g/digest', '/g/notes', '/g/settings', '/g/help'];
    for (const path of [...paths, new URL(link).pathname, new URL(card).pathname]) {
      expect((await client.look(path)).length + style, path).toBeLessThan(60_000);
    }
  });

  it('take no act from another site, from a page of another visit, or from no page at all', async () => {
    const stage = await stageOf();
    const [sam, ali] = [await stage.settled('Sam'), await stage.settled('Ali')];
    const page = markIn(await sam.client.look('/g'));
    const line = { page, text: 'pause' };
    const statuses = [
      await sam.client.post('/g/say', line, { 'sec-fetch-site': 'cross-site' }),
      await sam.client.post('/g/say', line, { 'sec-fetch-site': 'same-site' }),
      await sam.client.post('/g/say', line, { origin: 'https://elsewhere.example' }),
      await ali.client.post('/g/say', line),
      await sam.client.post('/g/say', { text: 'pause' }),
      await fetch(sam.link, { method: 'POST', body: 'as=self', headers: { origin: 'https://elsewhere.example' } }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([403, 403, 403, 400, 400, 403]);
    expect(textOf(await sam.client.look('/g/settings'))).not.toContain('On a break');
    expect((await sam.client.post('/g/say', line, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it('close on this device when someone presses Finish', async () => {
    const stage = await stageOf();
    const { client } = await stage.settled('Sam');
    const done = await client.post('/g/finish', { page: markIn(await client.look('/g')) });
    expect(done.headers.get('set-cookie')).toMatch(/^wesaid-guest=; Path=\/; Max-Age=0;/);
  });
});

describe('a guest', () => {
  it('reads the notice, says yes, picks a group, answers, and is counted as anyone is', async () => {
    const stage = await stageOf();
    await stage.ask();
    const client = await enter(await stage.link('guest Sam'));
    const first = await client.look('/g');
    expect(textOf(first)).toMatch(
      /Priya set me up for Willow\..*You can say no\. Your care and your job stay the same\./,
    );
    const yes = await client.press(first, 'Yes, I will take part');
    expect(textOf(await client.look('/g'))).toContain('Do you want us to count your answers');
    const counted = await client.press(yes, 'Yes, count me');
    expect(textOf(await client.press(counted, 'People who use the service'))).toContain('You are in Willow.');
    const form = await client.press(await client.look('/g/question'), 'Answer in private');
    const saved = await client.send(form, { 'v.text': 'The lift, again', 'v.seen-by': 'named' });
    expect(textOf(await saved.text())).toMatch(/^Skip.*Heard\. Thank you\. The lift, again Everyone here sees it/);
    await stage.outbox.flush();
    expect(stage.everywhere()).toContainEqual(expect.stringMatching(/The lift, again[\s\S]*Sam/));
    expect(textOf(await client.look('/g/question'))).toContain('You have answered.');
  });

  it('loses nothing that was typed when a form needs a second look, also after a restart', async () => {
    const stage = await stageOf();
    await stage.ask();
    const { client } = await stage.settled('Sam');
    const form = await client.press(await client.look('/g/question'), 'Answer in private');
    const words = 'One <b>line</b>\nand "another"';
    const again = await client.send(form, { 'v.text': words });
    const page = await again.text();
    expect([again.status, textOf(page)]).toEqual([422, expect.stringContaining('Something needs a second look')]);
    expect(/<textarea[^>]*>\n([\s\S]*?)<\/textarea>/.exec(page)?.[1]).toBe(
      'One &#60;b&#62;line&#60;/b&#62;\nand &#34;another&#34;',
    );
    const saved = await client.send(page, { 'v.text': words, 'v.seen-by': 'none' });
    expect(textOf(await saved.text())).toContain('Heard. Thank you.');
  });

  it('presses a button twice and acts once', async () => {
    const stage = await stageOf();
    const { client } = await stage.settled('Sam');
    const values = { page: markIn(await client.look('/g')), text: 'we will paint the day room by 19 March' };
    const pages = [await client.post('/g/say', values), await client.post('/g/say', values)];
    const texts = await Promise.all(pages.map(async (page) => /Saved as promise \d+/.exec(await page.text())?.[0]));
    expect(texts).toEqual(['Saved as promise 1', 'Saved as promise 1']);
    expect(await stage.store.read.promises.list(huddleOf(monday).id)).toHaveLength(1);
  });

  it('asks someone by name to share a promise, from a list of those who take part', async () => {
    const stage = await stageOf();
    const { client } = await stage.settled('Sam');
    const form = await client.press(await client.look('/g'), 'Make a promise');
    const ruth = /value="([^"]+)"\s*\/><label[^>]*>\s*Ruth/.exec(form)?.[1] ?? '';
    const saved = await client.send(form, {
      'v.what': 'tidy the shed',
      'v.due': '2027-03-19',
      'l.owners': ruth,
      'v.for': 'using',
    });
    expect(textOf(await saved.text())).toContain('Ruth');
    const [promise] = await stage.store.read.promises.list(huddleOf(monday).id);
    expect(promise?.state.status).toBe('offered');
    await stage.outbox.flush();
    expect(stage.notes('Ruth').join()).toContain('tidy the shed');
  });

  it('reads what waits for them: a promise that is done but for a yes, the newest digest, their own settings', async () => {
    const stage = await stageOf({ start: '2027-02-15T12:00:00.000Z' });
    const { client } = await stage.settled('Sam');
    await stage.type('Ruth', 'we will mend the door by 19 March');
    await stage.type('Ruth', 'did 1 it opens now');
    const page = await client.look('/g');
    expect(textOf(page)).toContain('Ruth says it is done.');
    expect(textOf(await client.press(page, 'Yes, it is done'))).toContain('We did promise 1.');
    expect(textOf(await client.look('/g/digest'))).toContain('There is nothing to show yet.');
    stage.setClock(monday);
    await stage.type('Priya', 'digest post');
    expect(textOf(await client.look('/g/digest'))).toMatch(/Willow: we said, we did\..*More about it/);
    expect(textOf(await client.look('/g/settings'))).toContain('People who use the service');
  });

  it('is shown who to call, at the top of the page that answers, and once more in a note that lasts', async () => {
    const stage = await stageOf();
    await stage.ask();
    const { client } = await stage.settled('Sam');
    const form = await client.press(await client.look('/g/question'), 'Answer in private');
    const saved = await client.send(form, { 'v.text': 'I want to end my life', 'v.seen-by': 'named' });
    expect(textOf(await saved.text())).toMatch(/WeSaid says Thank you for saying this\..*999/);
    await stage.outbox.flush();
    expect(textOf(await client.look('/g/notes'))).toContain('116 123');
    expect(stage.everywhere().join()).not.toContain('end my life');
    const line = await client.say('I want to end my life');
    expect(textOf(line)).toMatch(/WeSaid says Thank you for saying this/);
  });

  it('acts in the one huddle of their link, and is told nothing of another', async () => {
    const stage = await stageOf();
    const oak = 'oak' as HuddleId;
    await stage.store.transact(async (records) => {
      const huddle = { ...huddleOf(monday), id: oak, name: 'Oak' };
      await addHuddle(records, huddle, { platform: 'slack', workspace: 'T1', channel: 'C9' });
      await records.members.save(memberOf('Ruth', huddle, monday));
    });
    const { client } = await stage.settled('Sam');
    const mark = async () => markIn(await client.look('/g'));
    for (const press of ['join-yes|oak', 'leave|oak', 'help|oak', 'me|oak', 'home|oak', 'answer|oak~2027-03-01']) {
      const text = textOf(await (await client.post('/g/act', { page: await mark(), press })).text());
      expect(text, press).not.toContain('Oak');
    }
    expect(await stage.store.read.members.of(oak)).toHaveLength(1);
  });

  it('does nothing by that link in another huddle that they are in, too, and reads none of its notes there', async () => {
    const stage = await stageOf();
    const oak = 'oak' as HuddleId;
    const { client } = await stage.settled('Sam');
    const [pass] = await stage.store.read.guests.of(huddleOf(monday).id);
    const person = pass?.person ?? ('' as PersonId);
    await stage.store.transact(async (records) => {
      const huddle = { ...huddleOf(monday), id: oak, name: 'Oak' };
      await addHuddle(records, huddle, { platform: 'slack', workspace: 'T1', channel: 'C9' });
      await records.members.save({ ...memberOf('Ruth', huddle, monday), person });
      const note = { huddle: oak, notBefore: monday, expiresAt: null, under: null };
      await records.outbox.enqueue({ ...note, kind: 'help-card', subject: 'oak/1', to: { person } });
    });
    await stage.outbox.flush();
    expect(textOf(await client.look('/g/notes'))).toContain('There are no notes to you.');
    const mark = async () => markIn(await client.look('/g'));
    for (const press of [
      'leave|oak',
      'pause|oak',
      'me|oak',
      'forget-me|oak',
      'who-sees|oak',
      'guests|oak',
      'home|oak',
    ]) {
      const text = textOf(await (await client.post('/g/act', { page: await mark(), press })).text());
      expect(text, press).not.toContain('Oak');
    }
    expect((await stage.store.read.members.get(oak, person))?.standings).toHaveLength(1);
  });

  it('sees no note of another guest, and can press none of its buttons', async () => {
    const stage = await stageOf();
    const [sam, ali] = [await stage.settled('Sam'), await stage.settled('Ali')];
    await sam.client.say('safe');
    await sam.client.say('I want to end my life');
    await stage.outbox.flush();
    const note = /<article class="note" id="([^"]+)"/.exec(await sam.client.look('/g/notes'))?.[1] ?? '';
    expect(note).not.toBe('');
    expect(textOf(await ali.client.look('/g/notes'))).toContain('There are no notes to you.');
    const pressed = await ali.client.post('/g/act', {
      page: markIn(await ali.client.look('/g')),
      press: 'help|willow',
      message: note,
    });
    expect(pressed.status).toBe(400);
  });

  it('leaves no trace when they ask to be forgotten, and their link opens nothing then', async () => {
    const stage = await stageOf();
    const { client, link } = await stage.settled('Sam');
    await client.say('we will sing by 19 March');
    await client.press(await client.say('forget me'), 'Yes, forget me');
    await stage.outbox.flush();
    expect((await opened(link))[0]).toBe(404);
    expect((await client.get('/g')).status).toBe(403);
    const rows = await stage.store.read.guests.of(huddleOf(monday).id);
    expect(rows).toEqual([]);
  });
});

describe('a supporter who types for someone', () => {
  async function withAnswer() {
    const stage = await stageOf();
    await stage.ask();
    const { link, client } = await stage.settled('Sam');
    const helper = await enter(link, 'supporter');
    expect(textOf(await helper.look('/g'))).toContain('You type for Sam.');
    const form = await helper.press(await helper.look('/g/question'), 'Answer in private');
    const saved = await helper.send(form, { 'v.text': 'The noise at night', 'v.seen-by': 'named' });
    return { stage, client, helper, saved: textOf(await saved.text()) };
  }

  it('gives an answer that is the person’s own: shown and counted as theirs, with a mark that they alone see', async () => {
    const { stage, client, saved } = await withAnswer();
    expect(saved).toContain('It is marked as typed by a supporter.');
    await stage.outbox.flush();
    expect(stage.everywhere().join()).toMatch(/The noise at night[\s\S]*Sam/);
    expect(stage.everywhere().join()).not.toMatch(/supporter/i);
    expect(textOf(await client.look('/g/question'))).toMatch(
      /A supporter typed this answer for you\..*The noise at night/,
    );
    expect(textOf(await client.look('/g'))).toContain('A supporter typed an answer for you.');
    expect(textOf(await client.say('my data'))).toContain('A supporter typed it for you.');
  });

  it('cannot change it once the person has put it right themself', async () => {
    const { client, helper } = await withAnswer();
    const form = await client.press(await client.look('/g/question'), 'Change my answer');
    expect(form).toContain('>\nThe noise at night</textarea>');
    await client.send(form, { 'v.text': 'The noise by day', 'v.seen-by': 'named' });
    expect(textOf(await client.look('/g/question'))).not.toMatch(/supporter/);
    const again = await helper.press(await helper.look('/g/question'), 'Change my answer');
    const refused = await helper.send(again, { 'v.text': 'All is well', 'v.seen-by': 'named' });
    expect(await refused.text()).toMatch(/They have answered this one themselves[\s\S]*All is well<\/textarea>/);
  });
});

describe('on paper', () => {
  it('a card shows the link as a code and as text, for a day, to whoever was given its address', async () => {
    const stage = await stageOf();
    const [link = '', card = ''] = await stage.links('guest Sam');
    const page = await (await fetch(card)).text();
    expect(textOf(page)).toContain(link);
    expect(page).toMatch(/<svg\s+class="qr"[\s\S]*aria-label="A square code/);
    stage.setWall('2027-03-02T12:01:00.000Z');
    expect((await opened(card))[0]).toBe(404);
  });

  it('the question and the digest stand on a sheet without a button, and a sheet opens no page of anyone', async () => {
    const stage = await stageOf({ start: '2027-02-15T12:00:00.000Z' });
    stage.setClock(monday);
    await stage.ask('Shall we paint the hall?');
    await stage.type('Priya', 'digest post');
    const sheets = await stage.links('print');
    const pages = await Promise.all(sheets.map(async (sheet) => (await fetch(sheet)).text()));
    expect(pages.map(textOf)).toEqual([
      expect.stringMatching(/Shall we paint the hall\?.*To answer, use your own link/),
      expect.stringContaining('We heard from'),
    ]);
    expect(pages.join()).not.toMatch(/<button|<form/);
    for (const sheet of sheets) {
      const token = new URL(sheet).pathname.replace('/g/print/', '');
      for (const path of [`/g/${token}`, `/g/card/${token}`])
        expect((await opened(`${stage.url}${path}`))[0]).toBe(404);
    }
  });

  it('the note to the sponsor stands on a sheet, with each could-not and no button, for 7 days', async () => {
    const stage = await stageOf({ start: '2027-02-15T12:00:00.000Z' });
    stage.setClock(monday);
    await stage.type('Priya', 'settings sponsor Graham Price, commissioner');
    await stage.type('Ruth', 'we will pay a trainer by 17 March');
    await stage.type('Ruth', 'could not 1 because there is no money');
    await stage.type('Priya', 'upstairs note');
    const [sheet = ''] = await stage.links('upstairs note print');
    const page = await (await fetch(sheet)).text();
    expect(textOf(page)).toMatch(/pay a trainer, because: there is no money/);
    expect(textOf(page)).not.toContain('Ruth');
    expect(page).not.toMatch(/<button|<form/);
    stage.setWall('2027-03-09T12:00:01.000Z');
    expect((await opened(sheet))[0]).toBe(404);
  });
});

it('a coordinator is told in the reply alone where a link is: its summary leaves it out', async () => {
  const stage = await stageOf();
  const reply = await stage.type('Priya', 'guest Sam');
  const document = 'document' in reply ? reply.document : null;
  expect(plainText(document?.blocks ?? [])).toContain(`${stage.url}/g/`);
  expect(document?.summary).not.toContain('/g/');
});
