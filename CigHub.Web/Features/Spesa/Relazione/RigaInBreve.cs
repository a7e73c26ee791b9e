using CigHub.Web.Common;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Quadro;

namespace CigHub.Web.Features.Spesa.Relazione;

/// <summary>One row of a table of the report: a name, its terms, and for Convenzioni and Lotti the outcome with the days.</summary>
public sealed record RigaInBreve(
    string Nome, TerminiMassimale Termini, string Esito = "", string Previsione = "", string FineAdesioni = "", string NuovaGara = "")
{
    public static RigaInBreve Of(ConvenzioneSpesa c) => new(
        c.Titolo, c.Termini, c.Esito.Shown().Parola, "", RomeTime.Text(c.Lotti.Max(l => l.AdesioniAl)),
        RomeTime.Text(c.Lotti.Min(l => l.Previsione.NuovaGaraEntro)));

    public static RigaInBreve Of(LottoSpesa l) => new(
        $"Lotto {l.Numero} – {l.Oggetto}", l.Termini, l.Previsione.Esito.Shown().Parola,
        l.Previsione.Expected() is { } giorno ? $"Esaurimento previsto: {giorno} {l.Previsione.Band()}".Trim() : "",
        RomeTime.Text(l.AdesioniAl), RomeTime.Text(l.Previsione.NuovaGaraEntro));

    public static RigaInBreve Of(RigaRelazione riga) => new(riga.Nome, riga.Termini);
}
