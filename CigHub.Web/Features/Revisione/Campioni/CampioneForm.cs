using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Revisione;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Revisione.Campioni;

/// <summary>The form by which an Auditor says how the sample is taken.</summary>
public sealed class CampioneForm
{
    /// <summary>The name of a <see cref="MetodoCampione"/>.</summary>
    public string? Metodo { get; set; } = nameof(MetodoCampione.Casuale);

    /// <summary>The seed. When it is empty, CigHub draws one.</summary>
    public string? Seme { get; set; }

    public string? Quanti { get; set; }

    public string? Soglia { get; set; }

    /// <summary>The numbers of the Affidamenti that the auditor names, separated by commas, spaces or line ends.</summary>
    public string? Numeri { get; set; }

    public string? Motivo { get; set; }

    /// <summary>The chosen method, or null while none is chosen.</summary>
    public MetodoCampione? MetodoScelto => Enum.TryParse<MetodoCampione>(Metodo, out var metodo) && Enum.IsDefined(metodo) ? metodo : null;

    /// <summary>Reads the request for a sample. Returns the errors for the form when something is missing or unreadable.</summary>
    /// <param name="find">Finds the Affidamenti with these numbers.</param>
    public async Task<Result<RichiestaCampione>> Read(Func<IReadOnlyCollection<NumeroAffidamento>, Task<IReadOnlyCollection<Guid>>> find)
    {
        var reader = new FormReader();
        var metodo = reader.Choice<MetodoCampione>(nameof(Metodo), Metodo, "Scegli come si forma il campione.");
        var aCaso = MetodoScelto is MetodoCampione.Casuale or MetodoCampione.PerEnte;
        var seme = aCaso ? reader.Optional(nameof(Seme), Seme, Campione.MaxSeme) : "";
        var quanti = aCaso ? reader.WholeNumber(nameof(Quanti), Quanti) : 0;
        if (aCaso && quanti is < 1 or > Campione.Massimo)
        {
            reader.Report(new Error("audit.quanti", $"Scrivi quanti affidamenti entrano nel campione, da 1 a {Campione.Massimo}.", nameof(Quanti)));
        }

        Importo? soglia = MetodoScelto == MetodoCampione.SopraImporto ? reader.Importo(nameof(Soglia), Soglia) : null;
        var ragionato = MetodoScelto == MetodoCampione.Ragionato;
        var motivo = ragionato
            ? reader.Text(nameof(Motivo), Motivo, Audit.MaxTesto, "Scrivi perché scegli proprio questi affidamenti.") : "";
        var scelti = ragionato ? await Named(reader, find) : [];
        return reader.Outcome(() => new RichiestaCampione(metodo, seme, quanti, soglia, motivo, scelti));
    }

    private async Task<IReadOnlyCollection<Guid>> Named(
        FormReader reader, Func<IReadOnlyCollection<NumeroAffidamento>, Task<IReadOnlyCollection<Guid>>> find)
    {
        var parole = (Numeri ?? "").Split([',', ';', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var numeri = parole.Select(NumeroAffidamento.InTesta).OfType<NumeroAffidamento>().ToHashSet();
        var trovati = numeri.Count is 0 or > Campione.Massimo || numeri.Count < parole.Distinct().Count() ? [] : await find(numeri);
        if (trovati.Count == 0 || trovati.Count < numeri.Count)
        {
            reader.Report(new Error(
                "audit.numeri", "Scrivi i numeri degli affidamenti separati da virgole, per esempio CH-2026-00012, CH-2026-00031: uno non si trova.",
                nameof(Numeri)));
        }

        return trovati;
    }
}
