// A picture pasted into the form goes where a chosen file would: into its file input, which streams it.
export function collega(modulo) {
  modulo.addEventListener('paste', e => {
    const immagine = [...(e.clipboardData?.files ?? [])].find(f => f.type.startsWith('image/'));
    const casella = modulo.querySelector('input[type="file"]');
    if (!immagine || !casella) return;
    e.preventDefault();
    const file = new DataTransfer();
    file.items.add(immagine.name ? immagine : new File([immagine], 'immagine.png', { type: immagine.type }));
    casella.files = file.files;
    casella.dispatchEvent(new Event('change', { bubbles: true }));
  });
}
