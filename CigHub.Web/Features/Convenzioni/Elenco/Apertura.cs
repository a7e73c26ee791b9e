using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using MudBlazor;

namespace CigHub.Web.Features.Convenzioni.Elenco;

/// <summary>Whether new Affidamenti may begin on a Convenzione or a Lotto today, by word and icon.</summary>
/// <param name="Aperta">False: closed, or the window is over. Before the window a draft can already be prepared.</param>
/// <param name="Icona">One of <see cref="Icons"/>.</param>
public sealed record Apertura(bool Aperta, string Parola, string Icona, Color Colore)
{
    public static Apertura Di(Convenzione convenzione, DateOnly oggi) => convenzione switch
    {
        { ChiusaDal: { } dal } => new(false, $"Convenzione chiusa dal {OraItaliana.Testo(dal)}", Icons.Material.Outlined.Lock, Color.Default),
        _ when oggi > convenzione.AdesioniAl => new(false, $"Adesioni terminate il {OraItaliana.Testo(convenzione.AdesioniAl)}", Icons.Material.Outlined.EventBusy, Color.Default),
        _ when oggi < convenzione.AdesioniDal => new(true, $"Si potrà aderire dal {OraItaliana.Testo(convenzione.AdesioniDal)}", Icons.Material.Outlined.Schedule, Color.Info),
        _ => new(true, "Aperta alle adesioni", Icons.Material.Outlined.EventAvailable, Color.Success),
    };

    public static Apertura Di(Convenzione convenzione, Lotto lotto, DateOnly oggi) => lotto.ChiusoDal is { } dal
        ? new(false, $"Lotto chiuso dal {OraItaliana.Testo(dal)}", Icons.Material.Outlined.Lock, Color.Default)
        : Di(convenzione, oggi);
}
