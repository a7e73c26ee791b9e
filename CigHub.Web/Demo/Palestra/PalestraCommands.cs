using CigHub.Domain.Common;
using CigHub.Domain.Palestra;
using CigHub.Web.Common;
using CigHub.Web.Demo.Palestra.Archivio;
using Microsoft.AspNetCore.WebUtilities;

namespace CigHub.Web.Demo.Palestra;

/// <summary>
/// The HTTP endpoints for the commands of the palestra. As on the portal, the browser sends all fields of the form with each command, and
/// nothing is saved automatically.
/// </summary>
public static class PalestraCommands
{
    public const string
        Salva = "salva", RichiediCig = "richiedi-cig",
        ModificaCupImporto = "modifica", InviaModifica = "invia-modifica", AnnullaModifica = "annulla-modifica";

    public const string Elimina = "elimina", Copia = "copia", Selezione = "selezione", PrendiInCarico = "prendi-in-carico";

    /// <summary>The names of two form fields in the list: the ids of the ticked rows, and the filter.</summary>
    public const string CampoSelezionati = "sel", CampoFiltro = "filtro";

    public static void Map(IEndpointRouteBuilder gruppo)
    {
        gruppo.MapPost(AppRoutes.PalestraSuiSelezionati, SuiSelezionati).AddEndpointFilter(Disconnette);
        gruppo.MapPost(AppRoutes.PalestraConferma, Confirm).AddEndpointFilter(Disconnette);
        gruppo.MapPost(AppRoutes.PalestraComando, SulDocumento).AddEndpointFilter(Disconnette);
    }

    /// <summary>
    /// Ends the portal session at the next operation when the person's Addestramento asks for that fault. <em>Richiedi CIG</em> is passed
    /// over, because it decides about its faults itself.
    /// </summary>
    private static async ValueTask<object?> Disconnette(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return http.Request.RouteValues["comando"] as string != RichiediCig
            && await http.RequestServices.GetRequiredService<PalestraStore>().SiDisconnette(http.Ospite().PersonaId)
                ? await FuoriSessione(http)
                : await next(context);
    }

    private static async Task<IResult> FuoriSessione(HttpContext http)
    {
        await SpidSession.Leave(http);
        return TypedResults.Redirect(PalestraPages.SessioneScaduta);
    }

    private static async Task<IResult> SulDocumento(
        HttpContext http, Guid id, string comando, IFormCollection modulo, PalestraStore store, TimeProvider clock)
    {
        var (ospite, dati) = (http.Ospite(), Letti(modulo));
        if (comando == RichiediCig)
        {
            return await Richiedi(http, id, dati, store, clock);
        }

        if (PalestraMenuItem.Find(comando) is not null || comando == Salva)
        {
            // Save the typed data before another page opens. A sent document does not change.
            var inviato = comando != Salva && await store.Read(ospite.PersonaId, id) is { Inviato: true };
            var salvato = inviato ? Result.Ok : await store.Save(ospite.PersonaId, id, ospite.Nome, dati);
            return await After(
                http, id, dati, salvato, store,
                comando == Salva ? AppRoutes.PalestraDocumentoDi(id) + "?esito=salvato" : AppRoutes.PalestraComandoDi(id, comando));
        }

        (Func<DocumentoPalestra, DateTime, Result> Atto, string Esito)? scelta = comando switch
        {
            ModificaCupImporto => ((d, _) => d.ApriModifica(), "modifica-aperta"),
            InviaModifica => ((d, utc) => d.InviaModifica(dati.Cup, dati.ImportoAppalto, utc), "modifica-inviata"),
            AnnullaModifica => ((d, _) => d.AnnullaModifica(), "modifica-annullata"),
            _ => null,
        };
        return scelta is { } fare
            ? await After(
                http, id, dati, await store.Act(ospite.PersonaId, id, fare.Atto), store,
                $"{AppRoutes.PalestraDocumentoDi(id)}?esito={fare.Esito}")
            : PalestraPages.NonTrovato(http);
    }

    private static async Task<IResult> Richiedi(HttpContext http, Guid id, DatiDocumento dati, PalestraStore store, TimeProvider clock)
    {
        var risposta = await store.RichiediCig(http.Ospite().PersonaId, id, http.Ospite().Nome, dati);
        if (risposta.Attesa > TimeSpan.Zero)
        {
            // The work is done by now. A user who does not wait for the answer finds the CIG in the list.
            await Task.Delay(risposta.Attesa, clock, http.RequestAborted);
        }

        return risposta.Esito switch
        {
            PortaleOutcome.Disconnesso => await FuoriSessione(http),
            PortaleOutcome.PaginaDiErrore => PalestraPages.ErroreDelPortale(http),
            _ => await After(
                http, id, dati, risposta.Errors.Count == 0 ? Result.Ok : Result.Refused(risposta.Errors), store,
                AppRoutes.PalestraDocumentoDi(id) + "?esito=cig"),
        };
    }

    private static async Task<IResult> Confirm(HttpContext http, Guid id, string comando, IFormCollection modulo, PalestraStore store)
    {
        if (PalestraMenuItem.Find(comando) is not { } voce)
        {
            return PalestraPages.NonTrovato(http);
        }

        string Testo(string nome) => Short(modulo[nome]);
        var esito = await store.Act(http.Ospite().PersonaId, id, (d, utc) =>
        {
            if (voce == PalestraMenuItem.AnnullaAffidamento)
            {
                return d.Annulla(Testo("Motivo"), utc);
            }

            if (voce == PalestraMenuItem.SostituzioneRup)
            {
                return d.SostituisciRup(Testo("CodiceFiscaleRup"), Testo("NomeRup"));
            }

            if (voce == PalestraMenuItem.DescrizioneOperazione)
            {
                d.Descrivi(Testo("DescrizioneOperazione"));
            }
            else
            {
                d.Classifica(Testo("CategoriaAppalto"));
            }

            return Result.Ok;
        });
        if (esito.IsSuccess)
        {
            return TypedResults.Redirect($"{AppRoutes.PalestraDocumentoDi(id)}?esito={(
                voce == PalestraMenuItem.AnnullaAffidamento ? "annullato" : voce == PalestraMenuItem.SostituzioneRup ? "rup" : "registrato")}");
        }

        return await store.Read(http.Ospite().PersonaId, id) is { } documento
            ? PalestraPages.Voce(http, documento, voce, esito.Errors)
            : PalestraPages.NonTrovato(http);
    }

    private static async Task<IResult> SuiSelezionati(HttpContext http, string comando, IFormCollection modulo, PalestraStore store)
    {
        var ospite = http.Ospite();
        var ids = modulo[CampoSelezionati].Select(s => Guid.TryParse(s, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToHashSet();
        var filtro = new QueryCollection(QueryHelpers.ParseQuery(modulo[CampoFiltro]));
        if (ids.Count == 0 && comando != Selezione)
        {
            return await PalestraPages.List(http, store, filtro, [new Error("palestra.nessuna-riga", "Selezionare almeno una riga.")], null);
        }

        var (esito, parola) = (Result.Ok, "");
        switch (comando)
        {
            case Elimina:
                (esito, parola) = (await store.Elimina(ospite.PersonaId, ids), "eliminati");
                break;
            case Copia:
                (esito, parola) = (await store.Copy(ospite.PersonaId, ids), "copiati");
                break;
            case Selezione:
                (esito, parola) = (await store.Seleziona(ospite.PersonaId, ids), "selezionati");
                break;
            case PrendiInCarico:
                (esito, parola) = (await store.Act(ospite.PersonaId, ids, d => d.PrendiInCarico(ospite.Nome)), "in-carico");
                break;
            default:
                return PalestraPages.NonTrovato(http);
        }

        return esito.IsSuccess
            ? TypedResults.Redirect(QueryHelpers.AddQueryString(AppRoutes.PalestraElenco + PalestraFilter.From(filtro).Query(), "esito", parola))
            : await PalestraPages.List(http, store, filtro, esito.Errors, null);
    }

    /// <summary>
    /// Redirects to an address after an action that succeeded. After a refusal it shows the document with the typed data and the errors.
    /// </summary>
    private static async Task<IResult> After(HttpContext http, Guid id, DatiDocumento dati, Result esito, PalestraStore store, string indirizzo)
    {
        if (esito.IsSuccess)
        {
            return TypedResults.Redirect(indirizzo);
        }

        return await store.Read(http.Ospite().PersonaId, id) is { } documento
            ? PalestraPages.Documento(
                http,
                documento,
                documento.Inviato
                    ? documento.Dati with
                    {
                        Cup = documento.InModifica ? dati.Cup : documento.Dati.Cup,
                        ImportoAppalto = documento.InModifica ? dati.ImportoAppalto : documento.Dati.ImportoAppalto
                    }
                    : dati,
                esito.Errors,
                null)
            : PalestraPages.NonTrovato(http);
    }

    private static DatiDocumento Letti(IFormCollection modulo) => new()
    {
        TitoloDocumento = Short(modulo[nameof(DatiDocumento.TitoloDocumento)]),
        EnteProponente = Short(modulo[nameof(DatiDocumento.EnteProponente)]),
        Oggetto = Short(modulo[nameof(DatiDocumento.Oggetto)]),
        TipoDiAppalto = Short(modulo[nameof(DatiDocumento.TipoDiAppalto)]),
        Cup = Short(modulo[nameof(DatiDocumento.Cup)]),
        CigPadre = Short(modulo[nameof(DatiDocumento.CigPadre)]),
        DescrizioneCigPadre = Short(modulo[nameof(DatiDocumento.DescrizioneCigPadre)]),
        LuogoIstat = Short(modulo[nameof(DatiDocumento.LuogoIstat)]),
        Cpv = Short(modulo[nameof(DatiDocumento.Cpv)]),
        ImportoAppalto = Short(modulo[nameof(DatiDocumento.ImportoAppalto)]),
        DenominazioneOe = Short(modulo[nameof(DatiDocumento.DenominazioneOe)]),
    };

    private static string Short(string? testo)
    {
        var pulito = (testo ?? "").Trim();
        return pulito.Length <= DatiDocumento.MaxTesto ? pulito : pulito[..DatiDocumento.MaxTesto];
    }
}
