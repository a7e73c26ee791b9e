using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>The form of an act of appointment, and of the post of who comes from outside the Ente.</summary>
public class ModuloNomina
{
    public string? TipoAtto { get; set; }

    public string? NumeroAtto { get; set; }

    public string? DataAtto { get; set; }

    public string? EmanatoDa { get; set; }

    /// <summary><see cref="CampoModulo.Si"/> when ticked.</summary>
    public string? Esterno { get; set; }

    public string? Incarico { get; set; }

    public bool EsternoSpuntato => Esterno == CampoModulo.Si;

    public static ModuloNomina Di(Nomina nomina) => new()
    {
        TipoAtto = nomina.Atto?.Tipo.ToString(),
        NumeroAtto = nomina.Atto?.Numero,
        DataAtto = nomina.Atto is { } atto ? OraItaliana.Testo(atto.Data) : null,
        EmanatoDa = nomina.Atto?.EmanatoDa,
        Esterno = nomina.Esterno ? CampoModulo.Si : "",
        Incarico = nomina.Incarico,
    };

    /// <summary>An act is read when any of it was written; whether there must be one is the domain's to say.</summary>
    public Nomina Leggi(LettoreModulo l)
    {
        var incarico = EsternoSpuntato ? l.Facoltativo(nameof(Incarico), Incarico, Nomina.MaxIncarico) : null;
        if (new[] { TipoAtto, NumeroAtto, DataAtto, EmanatoDa }.All(string.IsNullOrWhiteSpace))
        {
            return new Nomina(null, EsternoSpuntato, incarico);
        }

        var tipo = l.Scelta<TipoAttoDiNomina>(nameof(TipoAtto), TipoAtto, "Scegli il tipo di atto.");
        var numero = l.Testo(nameof(NumeroAtto), NumeroAtto, AttoDiNomina.MaxNumero, "Scrivi il numero dell'atto.");
        var data = l.Data(nameof(DataAtto), DataAtto);
        var da = l.Testo(nameof(EmanatoDa), EmanatoDa, AttoDiNomina.MaxTesto, "Scrivi l'organo che lo ha emanato, per esempio «Sindaco».");
        return new Nomina(new AttoDiNomina(tipo, numero, data, da), EsternoSpuntato, incarico);
    }
}
