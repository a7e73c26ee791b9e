using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.UnaPersona;

/// <summary>Page with the form of a person, new or existing.</summary>
public sealed partial class PaginaModuloPersona
{
    private readonly Guid _nuovoId = Guid.CreateVersion7();

    /// <summary>The id of the person. Null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    protected override Guid Soggetto => Id ?? _nuovoId;

    protected override async Task<Salvato?> Rileggi()
    {
        if (Id is not { } id)
        {
            return new Salvato(new ModuloPersona(), null);
        }

        var scheda = await Leggi<DettaglioPersona, SchedaPersona>(q => q.Esegui(id, Actor));
        return scheda is null ? null : new Salvato(ModuloPersona.Di(scheda.Persona), scheda.Persona.Version);
    }

    private Task Salva() => Salva(new SalvaPersona(Soggetto, Modulo!, Version), ParoleDellUfficio.Salvato, AppRoutes.PersonaDi(Soggetto));
}
