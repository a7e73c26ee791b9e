// Tells the component of a copy button what became of each click, also of one that came before the component was there.
export function collega(bottone, componente) {
  const di = async riuscito => {
    try {
      await componente.invokeMethodAsync('EsitoCopia', riuscito);
    } catch {
      // The circuit is away: the value is in the clipboard all the same.
    }
  };
  bottone.addEventListener('copied', e => di(e.detail));
  if (bottone.copied !== undefined) di(bottone.copied);
}

// True: the text is in the clipboard.
export async function copia(bottone) {
  const testo = bottone.dataset.testo;
  try {
    await navigator.clipboard.writeText(testo);
    return true;
  } catch {
    // No permission, or an address without HTTPS: the old way, through a selection.
    const area = document.createElement('textarea');
    area.value = testo;
    area.className = 'solo-lettore';
    area.tabIndex = -1;
    bottone.parentElement.append(area);
    area.select();
    const riuscito = document.execCommand('copy');
    area.remove();
    bottone.focus();
    return riuscito;
  }
}
