import { expect, it } from 'vitest';
import type { Document } from '../../src/messages/document.ts';
import { countQuestion, groupQuestion, noticeMessage, welcomeMessage } from '../../src/messages/notice.ts';
import { channelHello, usingSideFewMessage } from '../../src/messages/people.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { memberOf } from '../../src/domain/membership.ts';
import { given, joined, person, willow } from '../domain/people-given.ts';

const golden = (name: string) => `golden/notice-${name}.txt`;
const read = ({ blocks }: Document) => `${plainText(blocks)}\n`;

it('the notice to someone who is invited', async () => {
  await expect(read(noticeMessage({ huddle: willow, name: 'Amina', setUpBy: 'Priya' }))).toMatchFileSnapshot(
    golden('invited'),
  );
});

it('the notice to the second coordinator', async () => {
  const notice = noticeMessage({ huddle: willow, name: 'Ellis', setUpBy: 'Priya', coordinator: true });
  await expect(read(notice)).toMatchFileSnapshot(golden('second-coordinator'));
});

it('the second yes and the group', async () => {
  const both = [countQuestion(willow, []), groupQuestion(willow, [])].map(read);
  await expect(both.join('\n')).toMatchFileSnapshot(golden('second-yes-and-group'));
});

it('staff are told that it is not for appraisal, and others have no need to be', async () => {
  const welcome = (key: string) => {
    const member = memberOf(given(...joined('Ruth', key)).members, person('Ruth'));
    return member === null ? '' : read(welcomeMessage(willow, member, { news: [] }));
  };
  await expect(welcome('staff')).toMatchFileSnapshot(golden('welcome-staff'));
  expect(welcome('carers')).not.toContain('appraisal');
});

it('the first post in the channel, and the note to coordinators about the using side', async () => {
  const hello = channelHello(willow, {
    setUpBy: 'Priya',
    question: 'every Monday at 10am',
    digest: 'on Tuesdays at 9am',
  });
  const both = [hello, usingSideFewMessage(willow, { using: 2, of: 9 })].map(read);
  await expect(both.join('\n')).toMatchFileSnapshot(golden('channel-and-coordinators'));
});
