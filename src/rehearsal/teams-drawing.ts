import { hostConfigs } from './teams-look.ts';

/**
 * Runs in the frame of a drawing, after Microsoft's renderer: puts each card in the place of its text, in the theme that
 * the browser asks for. Pressing a button or a link does nothing. A card that the renderer finds fault with stays text.
 */
export const drawCards = `'use strict';
const hosts = ${JSON.stringify(hostConfigs)};
const dark = matchMedia('(prefers-color-scheme: dark)');
function drawn(post) {
  const card = new AdaptiveCards.AdaptiveCard();
  const context = new AdaptiveCards.SerializationContext();
  card.hostConfig = new AdaptiveCards.HostConfig(dark.matches ? hosts.dark : hosts.light);
  card.onExecuteAction = () => {};
  card.parse(JSON.parse(post.querySelector('script').textContent), context);
  return context.eventCount === 0 ? card.render() : null;
}
function draw() {
  for (const post of document.querySelectorAll('.post')) {
    const shown = drawn(post);
    if (shown) post.querySelector('.card').replaceChildren(shown);
    post.dataset.drawn = shown ? 'yes' : 'no';
  }
  sayHeight();
}
// The page around the frame cannot look into it, and gives it as much room as this.
function sayHeight() {
  parent.postMessage({ height: document.body.scrollHeight }, '*');
}
addEventListener('resize', sayHeight);
dark.addEventListener('change', draw);
draw();
`;
