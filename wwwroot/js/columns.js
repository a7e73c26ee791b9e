// Lets the user change the width of a list's column: by dragging the edge of its caption (data-widens), or with the buttons of the menu
// «Colonne», whose data-widens-by is a number of pixels. The script writes the new width into the table's hidden input (data-widths), whose
// change the server hears.
const LEAST = 60, MOST = 1200;
let drag = null;

const headOf = name => document.querySelector(`th[data-column="${CSS.escape(name)}"]`);
const cellWidth = head => { const s = getComputedStyle(head); return head.clientWidth - parseFloat(s.paddingLeft) - parseFloat(s.paddingRight); };
const allowed = width => Math.round(Math.min(MOST, Math.max(LEAST, width)));

function tell(head, width) {
  head.style.minWidth = width ? `${width}px` : '';
  const teller = head.closest('.tabella-scorre').querySelector('[data-widths]');
  teller.value = `${head.dataset.column}-${width}`;
  teller.dispatchEvent(new Event('change', { bubbles: true }));
}

addEventListener('pointerdown', e => {
  const head = e.button === 0 && e.target.closest?.('[data-widens]')?.closest('th');
  if (!head) return;
  e.preventDefault();
  drag = { head, from: e.clientX, width: cellWidth(head), moved: false };
  e.target.setPointerCapture(e.pointerId);
});

addEventListener('pointermove', e => {
  if (!drag || Math.abs(e.clientX - drag.from) < 3 && !drag.moved) return;
  drag.moved = true;
  drag.head.style.minWidth = `${allowed(drag.width + e.clientX - drag.from)}px`;
});

addEventListener('pointerup', e => {
  if (drag?.moved) tell(drag.head, allowed(drag.width + e.clientX - drag.from));
  drag = null;
});

addEventListener('pointercancel', () => { drag = null; });

addEventListener('dblclick', e => {
  const head = e.target.closest?.('[data-widens]')?.closest('th');
  if (head) tell(head, 0);
});

addEventListener('click', e => {
  const button = e.target.closest?.('[data-widens-by]');
  const head = button && headOf(button.dataset.of);
  if (!head) return;
  const by = Number(button.dataset.widensBy);
  const own = parseFloat(head.style.minWidth);
  // Narrower than its content a column does not get: then it has no width of its own any more.
  if (by > 0) tell(head, allowed((own || cellWidth(head)) + by));
  else if (own) tell(head, own + by < LEAST ? 0 : own + by);
});
