using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Persone;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.Malfunzionamenti;
using CigHub.Web.Features.Codici.Errori;
using CigHub.Web.Features.Convenzioni.UnaConvenzione;
using CigHub.Web.Features.Convenzioni.UnLotto;
using CigHub.Web.Features.Persone.RichiesteDiAccesso;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.Features.RegistrazioneAlPortale;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Support;

/// <summary>Changes a record that a first person has open on the page, by a real command of a second person.</summary>
internal static class SecondPerson
{
    private const string AnotherUserName = "ada.secondini@cighub.example";

    /// <summary>Reads an aggregate of any type by its id.</summary>
    public static Task<Aggregate> Aggregate(this TestBench bench, Guid id) => bench.Query(async db =>
    {
        foreach (var type in db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(Aggregate))))
        {
            if (await db.FindAsync(type, id) is Aggregate found)
            {
                return found;
            }
        }

        throw new InvalidOperationException($"There is no aggregate {id}.");
    });

    /// <summary>
    /// Changes an aggregate as a second person and returns that person. Where the commands allow it, the aggregate can afterwards be used
    /// as before.
    /// </summary>
    public static async Task<Actor> ChangeAsSecondPerson(this TestBench bench, Guid aggregateId, Actor first)
    {
        switch (await bench.Aggregate(aggregateId))
        {
            case Affidamento affidamento:
                var colleague = bench.ActorOf("istruttore.tivoli") is var istruttore && istruttore.PersonaId != first.PersonaId ? istruttore : bench.Rup;
                var act = new Web.Features.Affidamenti.Fascicolo.AttoForm { Tipo = nameof(TipoAtto.DeterminaDiAdesione), Data = "20/11/2026", Numero = "77" };
                await bench.Succeeds(new AggiungiAtto(affidamento.Id, Guid.CreateVersion7(), act, affidamento.Version), colleague);
                return colleague;
            case RegistrazionePortale registrazione:
                return await SuspendAndResume(bench, registrazione, first);
            case Malfunzionamento malfunzionamento:
                var witness = first.PersonaId == bench.RupOfAnotherEnte.PersonaId ? bench.Rup : bench.RupOfAnotherEnte;
                await bench.Succeeds(new ChiudiMalfunzionamento(malfunzionamento.Id, malfunzionamento.Version), witness);
                return witness;
            case var catalogo:
                var office = first.PersonaId == bench.Amministratore().PersonaId ? await bench.AnotherAmministratore() : bench.Amministratore();
                await ChangeCatalogue(bench, catalogo, office);
                return office;
        }
    }

    /// <summary>Returns a second Amministratore as an actor. The first Amministratore creates the person by the usual commands.</summary>
    public static async Task<Actor> AnotherAmministratore(this TestBench bench)
    {
        var known = await bench.Query(db => db.Persone.AsNoTracking().SingleOrDefaultAsync(p => p.NomeUtente == AnotherUserName));
        var id = known?.Id ?? Guid.CreateVersion7();
        if (known is null)
        {
            var form = SampleAnagrafe.Persona(AnotherUserName, "SCNDAA");
            (form.Nome, form.Cognome) = ("Ada", "Secondini");
            await bench.Succeeds(new SalvaPersona(id, form, null), bench.Amministratore());
            await bench.Succeeds(new AssegnaRuolo(Guid.CreateVersion7(), id, SampleAnagrafe.Ruolo(Ruolo.Amministratore, null), 0), bench.Amministratore());
        }

        return new Actor(id, Ruolo.Amministratore, null, [Ruolo.Amministratore]);
    }

    private static async Task ChangeCatalogue(TestBench bench, Aggregate aggregate, Actor office)
    {
        switch (aggregate)
        {
            case Convenzione convenzione:
                var convenzioneForm = ConvenzioneForm.Of(convenzione);
                convenzioneForm.Titolo += " (ristampa)";
                await bench.Succeeds(new SalvaConvenzione(convenzione.Id, convenzioneForm, convenzione.Version), office);
                break;
            case Lotto lotto:
                var lottoForm = LottoForm.Of(lotto);
                lottoForm.Oggetto += " (ristampa)";
                await bench.Succeeds(new SalvaLotto(lotto.Id, lotto.ConvenzioneId, lottoForm, lotto.Version), office);
                break;
            case Ente ente:
                var enteForm = EnteForm.Of(ente);
                enteForm.Pec = "nuova@pec.comune.example";
                await bench.Succeeds(new SalvaEnte(ente.Id, enteForm, ente.Version), office);
                break;
            case Persona persona:
                var personaForm = PersonaForm.Of(persona);
                personaForm.Telefono = "0765 777777";
                await bench.Succeeds(new SalvaPersona(persona.Id, personaForm, persona.Version), office);
                break;
            case AiutoModificato aiuto:
                var aiutoForm = AiutoForm.Of(aiuto.Aiuto);
                aiutoForm.CheFare += " (ristampa)";
                await bench.Succeeds(new SalvaAiutoErrore(aiuto.Id, aiutoForm, aiuto.Version), office);
                break;
            case RichiestaDiAccesso richiesta:
                await bench.Succeeds(new RespingiRichiestaDiAccesso(richiesta.Id, "Non lavora da noi.", richiesta.Version), office);
                break;
            default:
                throw new NotSupportedException($"Say here by which command a second person changes a {aggregate.GetType().Name}.");
        }
    }

    /// <summary>
    /// Suspends a registrazione al portale and resumes it, as the office. When the first person is the office, the RUP of the registrazione
    /// does it. Returns the actor who did it.
    /// </summary>
    private static async Task<Actor> SuspendAndResume(TestBench bench, RegistrazionePortale registrazione, Actor first)
    {
        foreach (var suspended in new[] { true, false })
        {
            var version = (await bench.Aggregate(registrazione.Id)).Version;
            if (first.Ruolo == Ruolo.Amministratore)
            {
                var step = suspended ? PassoRegistrazione.Sospendi : PassoRegistrazione.Riprendi;
                await bench.Succeeds(new AggiornaRegistrazione(registrazione.Id, step, SampleAnagrafe.Oggi, "prova", version), Rup(registrazione));
            }
            else
            {
                await bench.Succeeds(new CambiaSospensione(registrazione.Id, suspended, "prova", version), bench.Amministratore());
            }
        }

        return first.Ruolo == Ruolo.Amministratore ? Rup(registrazione) : bench.Amministratore();
    }

    private static Actor Rup(RegistrazionePortale registrazione) => new(registrazione.PersonaId, Ruolo.Rup, registrazione.EnteId, [Ruolo.Rup]);
}
