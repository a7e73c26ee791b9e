namespace CigHub.Domain.DueDiligence;

/// <summary>All recorded checks, found by Lotto, Affidamento and supplier, with the day from which each register was in use.</summary>
public sealed class RegistroVerifiche(IReadOnlyList<VerificaFornitore> tutte)
{
    private readonly ILookup<(Guid LottoId, Guid? AffidamentoId, string Codice), VerificaFornitore> _per =
        tutte.ToLookup(v => (v.LottoId, v.AffidamentoId, v.FornitoreCodice));

    private readonly Dictionary<Guid, DateOnly> _delLotto =
        tutte.Where(v => v.AffidamentoId is null).GroupBy(v => v.LottoId).ToDictionary(g => g.Key, g => g.Min(v => v.RegistrataIl));

    private readonly Dictionary<Guid, DateOnly> _dellEnte =
        tutte.Where(v => v.EnteId is not null).GroupBy(v => v.EnteId!.Value).ToDictionary(g => g.Key, g => g.Min(v => v.RegistrataIl));

    /// <summary>
    /// Returns the first day on which a check was recorded for the Lotto, or for any Affidamento of the Ente. Null when neither ever used the
    /// register, so that nothing can be missing in it.
    /// </summary>
    public DateOnly? UsatoDal(Guid lottoId, Guid enteId)
    {
        var delLotto = _delLotto.TryGetValue(lottoId, out var l) ? l : (DateOnly?)null;
        var dellEnte = _dellEnte.TryGetValue(enteId, out var e) ? e : (DateOnly?)null;
        return delLotto is null || dellEnte < delLotto ? dellEnte : delLotto;
    }

    /// <summary>Returns the checks about a supplier that hold for an Affidamento: those of its Lotto and its own.</summary>
    public IEnumerable<VerificaFornitore> Valevoli(Guid lottoId, Guid affidamentoId, string codice) =>
        _per[(lottoId, null, codice)].Concat(_per[(lottoId, affidamentoId, codice)]);
}
