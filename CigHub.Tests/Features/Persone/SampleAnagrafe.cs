using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Persone;

/// <summary>Correctly filled forms of Enti and people, and helpers that their tests share.</summary>
internal static class SampleAnagrafe
{
    public const string Oggi = "24/11/2026";

    public static Actor Amministratore(this TestBench bench) => bench.ActorOf("amministratore");

    public static EnteForm Ente(int numero = 900) => new()
    {
        Denominazione = "Comune di Forano",
        CodiceFiscale = InventedCodes.PartitaIva(numero).Valore,
        PartitaIva = InventedCodes.PartitaIva(numero).Valore,
        Pec = "protocollo@pec.comune.forano.example",
        Indirizzo = "Piazza Umberto I 1",
        Cap = "02044",
        Citta = "Forano",
        Provincia = "ri",
        CodiceIpa = "c_d689",
        CodiceAusa = "0000123456",
        Luogo = "012057029",
        CentriDiCosto = [new() { Codice = "5F0E8F8E-0000-7000-8000-000000000001", Denominazione = "Ufficio tecnico" }],
        Contatti = [new() { Funzione = "Ragioneria", Nome = "Ivana Telloni", Email = "ragioneria@comune.forano.example", Telefono = "0765 000000" }],
    };

    public static PersonaForm Persona(string nomeUtente = "Bruna.Sorgenti@comune.forano.example", string sigla = "SRGBRN") => new()
    {
        NomeUtente = nomeUtente,
        Nome = "Bruna",
        Cognome = "Sorgenti",
        CodiceFiscale = InventedCodes.Persona(sigla, 1980, 'C', 12).Valore,
        Email = "bruna.sorgenti@comune.forano.example",
        Telefono = "+39 0765 111111",
    };

    /// <summary>Returns the form of a role at an Ente. The role of a RUP comes with an Atto di nomina.</summary>
    /// <param name="giustificato">True adds an Atto di nomina and a reason. Null adds them only to a role that begins before <see cref="Oggi"/>.</param>
    public static RuoloForm Ruolo(Ruolo ruolo, Guid? ente, string dal = Oggi, bool? giustificato = null)
    {
        var retroattivo = giustificato ?? (WrittenDate.Leggi(dal).TryGet(out var giorno) && giorno < new DateOnly(2026, 11, 24));
        var form = new RuoloForm { Ruolo = ruolo.ToString(), Ente = ente?.ToString() ?? RuoloForm.TuttiGliEnti, Dal = dal, Giustificato = retroattivo };
        if (retroattivo || ruolo == CigHub.Domain.Persone.Ruolo.Rup)
        {
            (form.TipoAtto, form.NumeroAtto, form.DataAtto, form.EmanatoDa) = (nameof(TipoAttoDiNomina.Decreto), "12", "20/11/2026", "Sindaco");
        }

        form.MotivoRuolo = retroattivo ? "L'Ente lo ha comunicato in ritardo" : null;
        return form;
    }

    public static async Task<Guid> NuovoEnte(this TestBench bench)
    {
        var comando = new SalvaEnte(Guid.CreateVersion7(), Ente(), null);
        await bench.Succeeds(comando, bench.Amministratore());
        return comando.Id;
    }

    public static async Task<Guid> NuovaPersona(this TestBench bench)
    {
        var comando = new SalvaPersona(Guid.CreateVersion7(), Persona(), null);
        await bench.Succeeds(comando, bench.Amministratore());
        return comando.Id;
    }

    public static Task<Ente> RileggiEnte(this TestBench bench, Guid id) => bench.Query(db => db.Enti.AsNoTracking().SingleAsync(e => e.Id == id));

    public static Task<Persona> RileggiPersona(this TestBench bench, Guid id) => bench.Query(db => db.Persone.AsNoTracking().SingleAsync(p => p.Id == id));

    /// <summary>Returns the JSON of the events about one object, in the order in which they were written.</summary>
    public static async Task<IReadOnlyList<string>> EventiSu(this TestBench bench, Guid id)
    {
        var chiave = id.ToString();
        var byteDegliEventi = await bench.Query(
            db => db.Registro.AsNoTracking().Where(e => e.OggettoId == chiave).OrderBy(e => e.Seq).Select(e => e.Byte).ToListAsync());
        return [.. byteDegliEventi.Select(System.Text.Encoding.UTF8.GetString)];
    }
}
