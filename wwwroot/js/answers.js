// An answer that the server could not take is sent again. A page drawn anew while the answer was on its way may have given the field another
// handler: Blazor then refuses the event, and without this the browser would show an answer that the server does not have.
const REFUSED = /no event handler associated|DispatchEventAsync/;
const MEMORY = 30_000; // Milliseconds: a refusal that comes later belongs to an event that nobody waits for.
const answered = new Map();
const sentAgain = new WeakSet();

addEventListener('change', e => {
  if (e.target instanceof Element && e.target.type !== 'file' && !sentAgain.has(e)) answered.set(e.target, performance.now());
}, true);

const isAnswer = field => field.isConnected && (field.type !== 'radio' || field.checked);

// The refusal does not name its field. The server takes the same answer twice without harm, so every recent one is sent again, once.
addEventListener('unhandledrejection', e => {
  if (!REFUSED.test(e.reason?.message ?? e.reason)) return;
  const recent = [...answered].filter(([field, at]) => isAnswer(field) && performance.now() - at < MEMORY);
  answered.clear();
  if (!recent.length) return;
  e.preventDefault();
  console.info(`CigHub: ${recent.length} answer(s) sent again.`);
  for (const [field] of recent) {
    const again = new Event('change', { bubbles: true });
    sentAgain.add(again);
    field.dispatchEvent(again);
  }
});
