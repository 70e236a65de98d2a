import { joinNames } from '../dates.ts';

/** Yeses that live: asked for again, changed at any time, and off where nobody asked. */
export const consentWords = {
  whenOld: (name: string, huddle: string) => `Hello ${name}. Your yes to ${huddle} is half a year old.`,
  whenNew: (name: string, huddle: string) => `Hello ${name}. Something is new in ${huddle} since your yes.`,
  news: {
    listening: 'New: I now count how often people write in the channel. I keep none of those words.',
  },
  saidYes: (to: readonly string[]) => `Your yes: ${joinNames(to)}.`,
  saidNo: (to: readonly string[]) => `Your no: ${joinNames(to)}.`,
  stillRight: 'Is that still right?',
  /** 14 days: see `daysToRenew`. */
  ifNot: 'With no answer in 14 days you stay in, and I do not count you until you answer. No one else is told.',
  onlyPart: 'To change only a part, type: me.',
  renewYes: 'Yes, as before',
  renewNo: 'No thanks',
  summary: (huddle: string) => `${huddle}: is your yes still right?`,
  waits: 'I asked if your yes is still right. Is it?',
  renewed: 'Thank you. All stays as before, and I ask again in half a year.',
  nothingToRenew: 'Your yes is good. There is nothing you need to do.',

  offer: 'Being quoted, and photos of you: both are off. You can leave it so, or say yes now or later.',
  quoteYes: 'Quote me',
  quoteNo: 'Do not quote me',
  photosYes: 'Photos are fine',
  photosNo: 'No photos',
  allowed: {
    quoted: 'Saved. Others may quote you outside this huddle, with no name. To stop, type: do not quote me.',
    photos: 'Saved. Photos of you may be shown outside this huddle. To stop, type: photos no.',
  },
  refused: {
    quoted: 'Saved. No one may quote you outside this huddle. To change it, type: quote me.',
    photos: 'Saved. No photo of you may be shown outside this huddle. To change it, type: photos yes.',
  },

  myQuotes: 'Being quoted',
  myPhotos: 'Photos of you',
  yes: 'yes',
  no: 'no',
  myCountWaits: 'not counted now, as I wait for your answer. If your yes still holds, type: as before',
} as const;
