using CigHub.Domain.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>
/// The outcome of deleting the ticked Affidamenti: the number deleted, and each one that was not deleted with the reason.
/// </summary>
public sealed record EsitoEliminazione(int Eliminati, IReadOnlyList<(string Titolo, string Motivo)> Rimasti)
{
    public string Words() =>
        (Eliminati == 0
            ? "Nessun affidamento eliminato."
            : $"{Plural.Word(Eliminati, "Eliminato", "Eliminati")} {Plural.Of(Eliminati, "affidamento", "affidamenti")}: resta traccia nel registro eventi, e "
                + $"{Plural.Word(Eliminati, "lo puoi ripristinare dalla sua scheda", "li puoi ripristinare, ognuno dalla sua scheda")}.")
        + (Rimasti.Count == 0 ? "" : $" {Plural.Of(Rimasti.Count, "non è stato eliminato", "non sono stati eliminati")}: il motivo è qui sotto.");
}

/// <summary>
/// Deletes the Affidamenti that a user has ticked, each by its own command. One that was ever on the portal is not deleted, and the outcome
/// gives the reason.
/// </summary>
public sealed class EliminaSelezionati(CommandRunner runner, PersonalChoices choices, PreferenceGuard guard)
{
    public async Task<EsitoEliminazione> Run(IReadOnlyList<AffidamentoRow> selezionati, Actor actor, CancellationToken ct = default)
    {
        var andati = new List<Guid>();
        var rimasti = new List<(string, string)>();
        foreach (var riga in selezionati)
        {
            var esito = await runner.Run(new EliminaAffidamento(riga.Id, riga.Version), actor, ct);
            if (esito.IsSuccess)
            {
                andati.Add(riga.Id);
            }
            else
            {
                rimasti.Add((riga.Titolo, AnteprimaSelezione.NonEliminato(esito.Errors[0], riga.StatoInParole)));
            }
        }

        await guard.Own(actor, Permission.LeggiAffidamenti, own => choices.Deselect(own, andati));
        return new EsitoEliminazione(andati.Count, rimasti);
    }
}
