// A press counts although the page moves what was pressed before the finger is lifted: leaving a field may bring a sentence that pushes a
// button or a box away, or take one off. Whoever drags off it still takes the press back.
const STILL = 8;
const PRESSED = 'button, summary, label, a[href], input[type="submit"], input[type="checkbox"], input[type="radio"]';
let pressed;

addEventListener('pointerdown', e => {
  const button = e.button === 0 && e.pointerType === 'mouse' ? e.target.closest?.(PRESSED) : null;
  pressed = button && { button, x: e.clientX, y: e.clientY };
  button?.setPointerCapture(e.pointerId);
}, true);

addEventListener('pointermove', e => {
  if (!pressed || Math.hypot(e.clientX - pressed.x, e.clientY - pressed.y) <= STILL) return;
  if (pressed.button.hasPointerCapture(e.pointerId)) pressed.button.releasePointerCapture(e.pointerId);
  pressed = null;
}, true);
