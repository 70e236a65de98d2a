import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, serveDatabases } from '../support/databases.ts';
import { codeIn, linkUp, runInBoth, sayYes, wordsOf, type Both } from './both-platforms.ts';
import { groupOf, theOne, type Name } from './stage.ts';

serveDatabases();

const slackOnly: readonly Name[] = ['Ellis', 'Dev'];
const teamsOnly: readonly Name[] = ['Ruth', 'Graham', 'Tomos', 'Lena', 'Jo'];

for (const database of databases) {
  describe(`one huddle in Slack and in Teams at once, on ${database.name}`, { timeout: 180_000 }, () => {
    let both: Both;
    beforeAll(async () => {
      both = await runInBoth(await database.fresh());
      await both.reset('2027-02-26T09:00:00Z');
    }, 120_000);
    afterAll(() => both.close());

    it('is set up in Slack, joined by a channel in Teams with a code, and has one roster', async () => {
      const { slack, teams } = both;
      const times = 'check-in Mondays at 10am, digest Tuesdays at 9am, zone Europe/London';
      await slack.type('Priya', `setup Willow, ${times}, second coordinator ${slack.at('Ellis')}`);
      await slack.type('Priya', `people ${slack.at('Amina')}, ${slack.at('Dev')}`);
      await slack.type('Priya', 'settings group lines on');
      expect(await linkUp(both, 'Priya')).toMatch(/I know you in Slack and Teams now, and count you once/);
      const code = codeIn(await slack.type('Priya', 'connect'));
      expect(await teams.type('Priya', `connect ${code}`)).toContain('This place now belongs to Willow');
      await teams.type('Priya', `people ${teamsOnly.map((name) => teams.at(name)).join(', ')}`);
      expect(await linkUp(both, 'Amina')).toMatch(/count you once/);

      for (const name of [...slackOnly, 'Priya', 'Amina'] as const) await sayYes(slack, name, groupOf[name]);
      for (const name of teamsOnly) await sayYes(teams, name, groupOf[name]);
      const shown = { slack: await slack.type('Ellis', 'people'), teams: await teams.type('Priya', 'people') };
      for (const name of [...slackOnly, ...teamsOnly, 'Priya', 'Amina']) {
        expect(shown.slack, 'in Slack').toContain(name);
        expect(shown.teams, 'in Teams').toContain(name);
      }
    });

    it('asks the same question in both, in the same words', async () => {
      await both.moveTo('2027-03-01T10:05:00Z');
      const { slack, teams } = both.posts();
      const question = { slack: theOne(slack, "This week's question"), teams: theOne(teams, "This week's question") };
      expect(wordsOf(question.teams)).toEqual(wordsOf(question.slack));
    });

    it('hears a person with two accounts once, wherever they speak', async () => {
      await both.moveTo('2027-03-02T12:00:00Z');
      await both.slack.reply('Dev', "This week's question", 'When the lift works.');
      await both.teams.reply('Ruth', "This week's question", 'When people come back.');
      await both.moveTo('2027-03-02T13:00:00Z');
      await both.slack.reply('Amina', "This week's question", 'When someone rings me.');
      await both.moveTo('2027-03-02T15:00:00Z');
      await both.teams.reply('Amina', "This week's question", 'Or writes to me.');
      await both.moveTo('2027-03-04T10:05:00Z');
      const { slack, teams } = both.posts();
      expect(theOne(slack, 'has closed')).toContain('We heard from 3 of 9 people.');
      expect(theOne(teams, 'has closed')).toContain('We heard from 3 of 9 people.');
    });

    it('takes a promise in one and the yes in the other', async () => {
      await both.teams.type('Ruth', 'we will keep the art room open on Saturdays by 8 March');
      theOne(both.posts().slack, 'keep the art room open on Saturdays');
      theOne(both.posts().teams, 'keep the art room open on Saturdays');
      await both.teams.type('Ruth', 'did 1 11 people came');
      expect(await both.slack.type('Dev', 'yes 1')).toContain('We did promise 1.');
    });

    it('posts one digest to each, with the same numbers and the same thread', async () => {
      await both.moveTo('2027-03-09T09:05:00Z');
      const week = 'Monday 1 March to Sunday 7 March';
      const { slack, teams } = both.posts();
      const digest = { slack: theOne(slack, week), teams: theOne(teams, week) };
      expect(wordsOf(digest.teams)).toEqual(wordsOf(digest.slack));
      expect(digest.teams).toContain('We heard from 3 of 9 people.');
      const threads = { slack: await both.slack.thread(week), teams: await both.teams.thread(week) };
      expect(threads.teams.map(wordsOf)).toEqual(threads.slack.map(wordsOf));
      expect(threads.teams.length).toBeGreaterThan(0);
      expect(await both.slack.type('Amina', 'who')).toContain('You had 2 turns');
      expect(await both.teams.type('Amina', 'who')).toContain('You had 2 turns');
    });

    it('sends private notes where the person wants them, and only there', async () => {
      const { slack, teams, teamsPrivate } = both;
      await teamsPrivate.type('Amina', 'reach me here');
      await both.moveTo('2027-03-10T12:00:00Z');
      const before = (await slack.notes('Amina')).length;
      await slack.type('Amina', 'we will ring the new people by 17 March');
      await both.moveTo('2027-03-15T09:30:00Z');
      const due = expect.stringContaining('ring the new people');
      expect((await slack.notes('Amina')).slice(before)).not.toContainEqual(due);
      expect(await teams.notes('Amina')).toContainEqual(due);
    });
  });
}
