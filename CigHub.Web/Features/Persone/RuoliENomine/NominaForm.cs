using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>The form of an act of appointment. It also has the post (incarico) of a person from outside the Ente.</summary>
public class NominaForm
{
    public string? TipoAtto { get; set; }

    public string? NumeroAtto { get; set; }

    public string? DataAtto { get; set; }

    public string? EmanatoDa { get; set; }

    /// <summary>The tick «from outside the Ente»: <see cref="InputField.Yes"/> when ticked, otherwise an empty text or null.</summary>
    public string? Esterno { get; set; }

    public string? Incarico { get; set; }

    public bool EsternoSpuntato => Esterno == InputField.Yes;

    public static NominaForm Of(Nomina nomina) => new()
    {
        TipoAtto = nomina.Atto?.Tipo.ToString(),
        NumeroAtto = nomina.Atto?.Numero,
        DataAtto = nomina.Atto is { } atto ? RomeTime.Text(atto.Data) : null,
        EmanatoDa = nomina.Atto?.EmanatoDa,
        Esterno = nomina.Esterno ? InputField.Yes : "",
        Incarico = nomina.Incarico,
    };

    /// <summary>
    /// Reads the form. The returned Nomina has no act when all fields of the act are blank, because only the domain knows whether an act is
    /// due.
    /// </summary>
    public Nomina Read(FormReader reader)
    {
        var incarico = EsternoSpuntato ? reader.Optional(nameof(Incarico), Incarico, Nomina.MaxIncarico) : null;
        if (new[] { TipoAtto, NumeroAtto, DataAtto, EmanatoDa }.All(string.IsNullOrWhiteSpace))
        {
            return new Nomina(null, EsternoSpuntato, incarico);
        }

        var tipo = reader.Choice<TipoAttoDiNomina>(nameof(TipoAtto), TipoAtto, "Scegli il tipo di atto.");
        var numero = reader.Text(nameof(NumeroAtto), NumeroAtto, AttoDiNomina.MaxNumero, "Scrivi il numero dell'atto.");
        var data = reader.Date(nameof(DataAtto), DataAtto);
        var da = reader.Text(nameof(EmanatoDa), EmanatoDa, AttoDiNomina.MaxTesto, "Scrivi l'organo che lo ha emanato, per esempio «Sindaco».");
        return new Nomina(new AttoDiNomina(tipo, numero, data, da), EsternoSpuntato, incarico);
    }
}
