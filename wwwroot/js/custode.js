// Tells the server that the person is at work: a key, a click, a touch, the wheel. What the page does by itself is none of these.
const SEGNI = ['keydown', 'pointerdown', 'input', 'wheel', 'touchstart'];
const PAUSA = 1000;
let ultimo = -Infinity;
let custode;
let caduta = false;

export function ascolta(riferimento) {
  if (!custode) {
    for (const segno of SEGNI) document.addEventListener(segno, segna, { capture: true, passive: true });
    // Without a circuit there is nobody to tell: the next key after it is back does.
    document.getElementById('components-reconnect-modal')?.addEventListener('components-reconnect-state-changed', e => { caduta = e.detail.state !== 'hide'; });
  }
  custode = riferimento;
  caduta = false;
}

// The session is over: whatever guards the page lets go of it.
export function lascia() {
  document.dispatchEvent(new Event('cighub:leave'));
}

async function segna() {
  const ora = performance.now();
  if (caduta || ora - ultimo < PAUSA) return;
  ultimo = ora;
  try {
    await custode.invokeMethodAsync('Segna');
  } catch {
    // The page is being left.
  }
}
