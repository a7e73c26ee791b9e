namespace CigHub.Domain.Registro;

/// <summary>
/// The members of an event, read from its stored bytes in place, without copying or allocating. Bytes that can be read are canonical to the
/// last byte.
/// </summary>
/// <remarks>
/// Texts are raw, with their escapes. <see cref="Prima"/>, <see cref="Dopo"/> and <see cref="Dati"/> are the bytes of an object or of
/// <c>null</c>.
/// </remarks>
internal ref struct EventFields
{
    public long Seq;
    public DateTime Utc;
    public Guid? AttoreId;
    public ReadOnlySpan<byte> Identita;
    public ReadOnlySpan<byte> Ruolo;
    public Guid? AttoreEnte;
    public Guid? Ente;
    public ReadOnlySpan<byte> Azione;
    public ReadOnlySpan<byte> OggettoTipo;
    public ReadOnlySpan<byte> OggettoId;
    public EsitoEvento Esito;
    public ReadOnlySpan<byte> Prima;
    public ReadOnlySpan<byte> Dopo;
    public ReadOnlySpan<byte> Dati;
    public Guid Corr;

    /// <summary>
    /// Reads the members from the stored bytes, in their fixed order. Returns false for bytes that <see cref="Evento.Canonico"/> would not
    /// have written.
    /// </summary>
    public static bool Leggi(ReadOnlySpan<byte> byteCanonici, out EventFields c)
    {
        c = default;
        var lettore = new CanonicalReader(byteCanonici);
        return CanonicalReader.Utf8Valido(byteCanonici)
            && lettore.Letterale("{\"v\":1,\"seq\":"u8) && lettore.Intero(out c.Seq) && c.Seq >= 1
            && lettore.Letterale(",\"utc\":"u8) && lettore.Istante(out c.Utc)
            && lettore.Letterale(",\"actor\":{\"id\":"u8) && lettore.IdONull(out c.AttoreId)
            && lettore.Letterale(",\"identita\":"u8) && lettore.ImprontaONull(out c.Identita)
            && lettore.Letterale(",\"ruolo\":"u8) && lettore.Testo(out c.Ruolo)
            && lettore.Letterale(",\"ente\":"u8) && lettore.IdONull(out c.AttoreEnte)
            && lettore.Letterale("},\"ente\":"u8) && lettore.IdONull(out c.Ente)
            && lettore.Letterale(",\"azione\":"u8) && lettore.Testo(out c.Azione)
            && lettore.Letterale(",\"oggetto\":{\"tipo\":"u8) && lettore.Testo(out c.OggettoTipo)
            && lettore.Letterale(",\"id\":"u8) && lettore.Testo(out c.OggettoId)
            && lettore.Letterale("},\"esito\":"u8) && LeggiEsito(ref lettore, out c.Esito)
            && lettore.Letterale(",\"prima\":"u8) && lettore.OggettoONull(1, out c.Prima)
            && lettore.Letterale(",\"dopo\":"u8) && lettore.OggettoONull(1, out c.Dopo)
            && lettore.Letterale(",\"dati\":"u8) && lettore.OggettoONull(1, out c.Dati)
            && lettore.Letterale(",\"corr\":"u8) && lettore.Id(out c.Corr)
            && lettore.Letterale("}"u8) && lettore.Fine;
    }

    private static bool LeggiEsito(ref CanonicalReader lettore, out EsitoEvento esito)
    {
        esito = EsitoEvento.Ok;
        if (lettore.Letterale("\"ok\""u8))
        {
            return true;
        }

        esito = EsitoEvento.Negato;
        return lettore.Letterale("\"negato\""u8);
    }
}
