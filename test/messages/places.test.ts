import { expect, it } from 'vitest';
import type { Document } from '../../src/messages/document.ts';
import { noticeMessage } from '../../src/messages/notice.ts';
import { channelHello } from '../../src/messages/people.ts';
import {
  backMessage,
  directHello,
  listeningMessage,
  noPlaceNow,
  openHello,
  placeClosedMessage,
} from '../../src/messages/places.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { willow } from '../domain/people-given.ts';

const listening = { ...willow, listening: true };
const read = (documents: readonly Document[]) =>
  documents.map(({ blocks }) => `${plainText(blocks)}\n`).join('\n———\n\n');

it('what it says where it is let in, and that it is back', async () => {
  await expect(read([openHello(), directHello(), backMessage(willow)])).toMatchFileSnapshot('golden/places-let-in.txt');
});

it('what those who run a huddle hear when no place is left', async () => {
  await expect(read([placeClosedMessage(willow), noPlaceNow(willow)])).toMatchFileSnapshot('golden/places-closed.txt');
});

it('what everyone hears when all talk counts, and when it no longer does', async () => {
  const both = [listeningMessage(listening), listeningMessage(willow)];
  await expect(read(both)).toMatchFileSnapshot('golden/places-listening.txt');
});

it('what the invited and the channel read of it from then on', async () => {
  const times = { setUpBy: 'Priya', question: 'every Monday at 10am', digest: 'on Tuesdays at 9am' };
  const both = [noticeMessage({ huddle: listening, name: 'Amina', setUpBy: 'Priya' }), channelHello(listening, times)];
  await expect(read(both)).toMatchFileSnapshot('golden/notice-listening.txt');
  expect(read(both)).not.toContain('I do not read other chat');
});
