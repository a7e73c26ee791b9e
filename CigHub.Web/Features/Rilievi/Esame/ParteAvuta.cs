using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Rilievi.Esame;

/// <summary>Tells whether a person took part in the work on Affidamenti, so that somebody else must judge them.</summary>
public sealed class ParteAvuta(CigHubDbContext db)
{
    /// <summary>The acts on an Affidamento that only read it, so that whoever did them took no part in it.</summary>
    private static readonly string[] _letture =
    [
        Azioni.SchedaEsportata, Azioni.SchedaStampata, Azioni.AllegatoAperto, Azioni.BozzaDiAttoScaricata, Azioni.FileVerificaAperto,
        Azioni.IterEsportato, Azioni.IterStampato,
    ];

    /// <summary>Says whether the person is author, RUP or approver of one of the Affidamenti, or did something on one of them.</summary>
    public async Task<bool> TookPart(Guid persona, IReadOnlyCollection<Guid> affidamenti, CancellationToken ct)
    {
        var oggetti = affidamenti.Select(a => a.ToString()).ToList();
        return await db.Affidamenti.AnyAsync(
                a => affidamenti.Contains(a.Id)
                    && (a.AutoreId == persona || a.RupId == persona || a.ApprovatoDaId == persona || a.InviatoDaId == persona), ct)
            || await db.Registro.AnyAsync(
                e => oggetti.Contains(e.OggettoId) && e.OggettoTipo == Oggetti.Affidamento && e.AttoreId == persona && e.Esito == "ok"
                    && !_letture.Contains(e.Azione), ct);
    }
}
