using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Codici.Errori;

/// <summary>The form of the help for one error code.</summary>
public sealed class AiutoForm : IForm
{
    public string? Codice { get; set; }

    public string? Testo { get; set; }

    public string? Causa { get; set; }

    public string? CheFare { get; set; }

    public string? Rimedio { get; set; }

    public string? AChi { get; set; }

    public string? Fonte { get; set; }

    public static AiutoForm Of(AiutoErrore aiuto) => new()
    {
        Codice = aiuto.Codice,
        Testo = aiuto.Testo,
        Causa = aiuto.Causa,
        CheFare = aiuto.CheFare,
        Rimedio = aiuto.Rimedio.ToString(),
        AChi = aiuto.AChi,
        Fonte = aiuto.Fonte,
    };

    public IReadOnlyList<FormValue> Values() =>
    [
        new(nameof(Codice), "Codice di ANAC", Codice ?? ""),
        new(nameof(Testo), "Testo di ANAC", Testo ?? ""),
        new(nameof(Causa), "Da che cosa dipende", Causa ?? ""),
        new(nameof(Rimedio), "Correggere o aspettare", Enum.TryParse<Rimedio>(Rimedio, out var scelto) ? scelto.Nome() : ""),
        new(nameof(CheFare), "Che cosa fare", CheFare ?? ""),
        new(nameof(AChi), "A chi chiedere", AChi ?? ""),
        new(nameof(Fonte), "Fonte", Fonte ?? ""),
    ];

    public Result<AiutoErrore> Read()
    {
        var reader = new FormReader();
        var codici = reader.Accept(nameof(Codice), CodiciErrore.Leggi(Codice)) ?? [];
        if (codici.Count != 1)
        {
            reader.Report(new Error("aiuto.codice", "Scrivi un codice di ANAC, per esempio ERR98.", nameof(Codice)));
        }

        var testo = reader.Text(nameof(Testo), Testo, AiutoErrore.MaxTesto, "Scrivi il testo dell'errore, come lo dice ANAC.");
        var causa = reader.Text(nameof(Causa), Causa, AiutoErrore.MaxTesto, "Scrivi da che cosa dipende.");
        var fare = reader.Text(nameof(CheFare), CheFare, AiutoErrore.MaxTesto, "Scrivi che cosa deve fare chi lo riceve.");
        var rimedio = reader.Choice<Rimedio>(nameof(Rimedio), Rimedio, "Scegli se correggere, aspettare, guardare nell'elenco o chiedere.");
        var chi = reader.Text(nameof(AChi), AChi, AiutoErrore.MaxRiga, "Scrivi a chi chiedere.");
        var fonte = reader.Text(nameof(Fonte), Fonte, AiutoErrore.MaxRiga, "Scrivi la fonte, con la data.");
        return reader.Outcome(() => new AiutoErrore(codici[0], testo, causa, fare, rimedio, chi, fonte));
    }
}
