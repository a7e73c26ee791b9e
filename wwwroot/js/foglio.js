// Gives the person a file that the server streams, and prints the page as the print stylesheet shows it.
export async function scarica(nome, flusso) {
  const indirizzo = URL.createObjectURL(new Blob([await flusso.arrayBuffer()]));
  const legame = document.createElement('a');
  legame.href = indirizzo;
  legame.download = nome;
  legame.click();
  URL.revokeObjectURL(indirizzo);
}

export async function stampa() {
  await document.fonts.ready;
  window.print();
}
