import { createHash } from 'node:crypto';

/**
 * All the script there is; every page works without it. Enter sends, as in other chats (Shift and Enter is a new
 * line). Every few seconds it asks whether there is something new and then offers a link: the page never changes
 * under a reader's eyes. A drawing's frame may say how high it is, and nothing else that it says is heard.
 */
export const script = `'use strict';
for (const box of document.querySelectorAll('textarea[data-send]')) {
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    box.form.requestSubmit();
  });
}
for (const form of document.forms) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
}
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});
addEventListener('message', ({ source, data }) => {
  const height = Math.min(Number(data && data.height), 5000);
  for (const frame of document.querySelectorAll('iframe.drawing')) {
    if (frame.contentWindow === source && height > 0) frame.style.height = height + 2 + 'px';
  }
});
const news = document.querySelector('[data-news]');
if (news) {
  setInterval(async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(news.dataset.news);
      if (answer.ok && (await answer.text()) !== news.dataset.version) news.firstElementChild.hidden = false;
    } catch {
      // The program is away for a moment; the next time will tell.
    }
  }, 4000);
}
`;

export const scriptAddress = `/room.js?${createHash('sha256').update(script).digest('hex').slice(0, 12)}`;
