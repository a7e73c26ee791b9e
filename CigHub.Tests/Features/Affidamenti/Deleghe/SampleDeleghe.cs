using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Deleghe;
using CigHub.Web.Security.Sessioni;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.Affidamenti.Deleghe;

/// <summary>Confers deleghe in a test bench, and returns the delegate as an actor who works under one.</summary>
internal static class SampleDeleghe
{
    /// <summary>A form that delegates every act on all Affidamenti, from the day of the test bench to the end of the year.</summary>
    public static DelegaForm Form(Guid delegato) => new()
    {
        Delegato = delegato.ToString(),
        Ambito = nameof(AmbitoDelega.Tutti),
        TipoAtto = nameof(TipoAttoDiNomina.OrdineDiServizio),
        NumeroAtto = "12",
        DataAtto = "20/11/2026",
        Protocollo = "4512/2026",
        Dal = "24/11/2026",
        Al = "31/12/2026",
    };

    /// <summary>The form limited to Affidamenti that it names.</summary>
    public static DelegaForm Scelti(Guid delegato, params Guid[] affidamenti)
    {
        var form = Form(delegato);
        (form.Ambito, form.Affidamenti) = (nameof(AmbitoDelega.Scelti), [.. affidamenti]);
        return form;
    }

    /// <summary>
    /// Has the RUP of Tivoli delegate a person of the demonstration, and returns that person as an actor who works under the delega.
    /// </summary>
    public static async Task<Actor> Delegato(this TestBench bench, Action<DelegaForm>? change = null, string who = "istruttore.tivoli")
    {
        var actor = bench.ActorOf(who);
        var form = Form(actor.PersonaId);
        change?.Invoke(form);
        var id = Guid.CreateVersion7();
        await bench.Succeeds(new ConferisciDelega(id, form));
        return await bench.Under(actor, id);
    }

    /// <summary>Returns the delegate of <see cref="Delegato"/> after the delegate's own declaration on the Affidamento.</summary>
    public static async Task<Actor> Declared(this TestBench bench, Actor delegato, Guid affidamentoId)
    {
        await bench.Succeeds(new DichiaraDaDelegato(affidamentoId, DichiarazioneConflitto.VersioneTesto), delegato);
        return delegato;
    }

    /// <summary>Returns a person as the role choice of the sign-in makes the actor who chooses a delega.</summary>
    public static async Task<Actor> Under(this TestBench bench, Actor person, Guid delegaId)
    {
        var ruoli = await bench.Query(db => RuoliDiChiEntra.Of(person, db, bench.Clock.Today()));
        var chosen = ruoli.Single(r => r.Id == delegaId);
        return person with { Ruolo = chosen.Ruolo, EnteId = chosen.EnteId, Delega = chosen.Delega };
    }
}
