using CigHub.Web.Common;
using CigHub.Web.Components.Display;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Persone.UnaPersona;

namespace CigHub.Web.Features.Persone.Elenco;

/// <summary>The columns of the list of people, on screen.</summary>
public sealed class PersoneColumns : ColumnSet<PersonaRow>
{
    private PersoneColumns()
        : base(
            [
                new("Cognome e nome", p => p.Nome) { NamesRow = true, Link = p => AppRoutes.PersonaDi(p.Id) },
                new("Nome utente", p => p.NomeUtente) { CellClass = "valore" },
                new("Ruoli di oggi", p => Drawn.By<RuoliDiOggi>((nameof(RuoliDiOggi.Ruoli), p.Ruoli))),
                new("Stato", p => Drawn.By<StatoPersona>((nameof(StatoPersona.Attiva), p.Attiva))),
            ])
    {
    }

    public static PersoneColumns Tutte { get; } = new();
}
