using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <content>
/// The place in the lista d'attesa of the Lotto, for an Affidamento whose amount exceeds the residuo. Waiting keeps the order of arrival and
/// takes no capacity.
/// </content>
public sealed partial class Affidamento
{
    /// <summary>The instant, UTC, since which the Affidamento waits for room on its Lotto. Null when it does not wait.</summary>
    public DateTime? InListaDal { get; private set; }

    /// <summary>Puts the Affidamento at the end of the lista d'attesa of its Lotto. Returns an error where there is room for it already.</summary>
    public Result EntraInLista(Capienza capienza, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.GestisciListaAttesa) is { } no)
        {
            return no;
        }

        if (InListaDal is not null)
        {
            return new Error("lista-attesa.gia-dentro", "Questo affidamento è già in lista d'attesa: il suo posto è quello di allora.");
        }

        if (HaPosto(capienza))
        {
            var residuo = capienza.Residuo > Importo.Zero ? capienza.Residuo : Importo.Zero;
            return new Error(
                "lista-attesa.c-e-posto",
                $"Sul Lotto restano {residuo:E} e l'importo dell'affidamento ci sta: non serve attendere, completa la scheda e richiedi il CIG.");
        }

        (InListaDal, ModificatoIl) = (utc, utc);
        return Result.Ok;
    }

    /// <summary>Takes the Affidamento out of the lista d'attesa. Whoever enters again stands at the end.</summary>
    public Result EsceDallaLista(DateTime utc)
    {
        if (Vieta(AzioneAffidamento.GestisciListaAttesa) is { } no)
        {
            return no;
        }

        if (InListaDal is null)
        {
            return new Error("lista-attesa.fuori", "Questo affidamento non è in lista d'attesa: ricarica la pagina.");
        }

        (InListaDal, ModificatoIl) = (null, utc);
        return Result.Ok;
    }

    /// <summary>Says whether the residuo, together with what the conferma of the Affidamento holds, is enough for its amount.</summary>
    public bool HaPosto(Capienza capienza) => Importo <= capienza.Residuo + Confermato;
}
