using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Components.Forms;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Deleghe;

/// <summary>The form by which a RUP confers a delega.</summary>
public sealed class DelegaForm
{
    /// <summary>The id of the person who receives the delega.</summary>
    public string? Delegato { get; set; }

    /// <summary>The name of an <see cref="AmbitoDelega"/>.</summary>
    public string? Ambito { get; set; }

    /// <summary>The id of the Convenzione, for the ambito of one Convenzione.</summary>
    public string? Convenzione { get; set; }

    /// <summary>The ids of the ticked Affidamenti, for the ambito of chosen ones.</summary>
    public List<Guid> Affidamenti { get; set; } = [];

    public string? Compila { get; set; } = InputField.Yes;

    public string? OperaSulPortale { get; set; } = InputField.Yes;

    public string? RegistraEsito { get; set; } = InputField.Yes;

    public string? TieneFascicolo { get; set; } = InputField.Yes;

    public string? TipoAtto { get; set; }

    public string? NumeroAtto { get; set; }

    public string? DataAtto { get; set; }

    public string? Protocollo { get; set; }

    public string? Dal { get; set; }

    public string? Al { get; set; }

    /// <summary>The chosen ambito, or null while none is chosen.</summary>
    public AmbitoDelega? AmbitoScelto => Enum.TryParse<AmbitoDelega>(Ambito, out var ambito) && Enum.IsDefined(ambito) ? ambito : null;

    /// <summary>Ticks an Affidamento, or takes its tick away.</summary>
    public void Tick(Guid affidamento, bool scelto)
    {
        Affidamenti.Remove(affidamento);
        if (scelto)
        {
            Affidamenti.Add(affidamento);
        }
    }

    /// <summary>Reads the delegate and the content of the delega. Returns the errors for the form when something is missing or unreadable.</summary>
    public Result<(Guid Delegato, ContenutoDelega Contenuto)> Read()
    {
        var reader = new FormReader();
        if (!Guid.TryParse(Delegato, out var delegato))
        {
            reader.Report(new Error("modulo.mancante", "Scegli la persona che deleghi.", nameof(Delegato)));
        }

        var ambito = reader.Choice<AmbitoDelega>(nameof(Ambito), Ambito, "Scegli quali affidamenti deleghi.");
        var tipo = reader.Choice<TipoAttoDiNomina>(nameof(TipoAtto), TipoAtto, "Scegli il tipo di atto.");
        var numero = reader.Text(nameof(NumeroAtto), NumeroAtto, AttoDiDelega.MaxNumero, "Scrivi il numero dell'atto.");
        var data = reader.Date(nameof(DataAtto), DataAtto);
        var protocollo = reader.Text(nameof(Protocollo), Protocollo, AttoDiDelega.MaxProtocollo, "Scrivi il numero di protocollo dell'atto.");
        var dal = reader.Date(nameof(Dal), Dal);
        var al = reader.Date(nameof(Al), Al);
        (string? Spunta, AttoDelegabile Atto)[] atti =
        [
            (Compila, AttoDelegabile.Compilare), (OperaSulPortale, AttoDelegabile.OperareSulPortale),
            (RegistraEsito, AttoDelegabile.RegistrareEsito), (TieneFascicolo, AttoDelegabile.TenereFascicolo),
        ];
        return reader.Outcome(() => (
            delegato,
            new ContenutoDelega(
                ambito,
                Guid.TryParse(Convenzione, out var convenzione) ? convenzione : null,
                Affidamenti,
                [.. atti.Where(a => a.Spunta == InputField.Yes).Select(a => a.Atto)],
                new AttoDiDelega(tipo, numero, data, protocollo),
                dal,
                al)));
    }
}
