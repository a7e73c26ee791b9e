// A press on a button counts although the page moves it before the finger is lifted: leaving a field may bring a sentence that pushes the
// button away. Whoever drags off the button still takes the press back.
const STILL = 8;
let pressed;

addEventListener('pointerdown', e => {
  const button = e.button === 0 && e.pointerType === 'mouse' ? e.target.closest?.('button, input[type="submit"]') : null;
  pressed = button && { button, x: e.clientX, y: e.clientY };
  button?.setPointerCapture(e.pointerId);
}, true);

addEventListener('pointermove', e => {
  if (!pressed || Math.hypot(e.clientX - pressed.x, e.clientY - pressed.y) <= STILL) return;
  if (pressed.button.hasPointerCapture(e.pointerId)) pressed.button.releasePointerCapture(e.pointerId);
  pressed = null;
}, true);
