using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.UseCases;

/// <summary>
/// Checks that every constraint of the database has its own sentence, and that a user whose save breaks a constraint reads the sentence of
/// that constraint.
/// </summary>
public sealed class ConstraintSentencesTests : WithBench
{
    [Fact]
    public async Task Every_constraint_of_the_model_has_a_sentence_of_its_own()
    {
        var model = await Bench.Query(db => Task.FromResult(db.GetService<IDesignTimeModel>().Model));
        var tables = model.GetEntityTypes().Where(t => t.GetTableName() is not null).ToList();

        var keys = tables.SelectMany(t => t.GetKeys().Select(k => Columns(t, k.Properties)));
        var uniqueIndexes = tables.SelectMany(t => t.GetIndexes().Where(i => i.IsUnique).Select(i => Columns(t, i.Properties)));
        Same(keys.Concat(uniqueIndexes), ConstraintSentences.Doubled.Keys);
        Same(tables.SelectMany(t => t.GetCheckConstraints()).Select(c => c.Name!), ConstraintSentences.Checks.Keys);
        Same(tables.SelectMany(t => t.GetForeignKeys()).Select(Constraints.Key), ConstraintSentences.Missing.Keys);
    }

    [Fact]
    public void No_two_constraints_share_a_sentence_or_a_code_and_each_says_what_to_do()
    {
        List<Error> all = [.. ConstraintSentences.Doubled.Values, .. ConstraintSentences.Checks.Values, .. ConstraintSentences.Missing.Values];
        Assert.Equal(all.Count, all.Select(e => e.Message).Distinct().Count());
        Assert.Equal(all.Count, all.Select(e => e.Code).Distinct().Count());
        Assert.All(all, e => Assert.True(e.Message.Contains(": ", StringComparison.Ordinal) && e.Message.EndsWith('.'), e.Message));
        Assert.All(all, e => Assert.DoesNotContain("contrasto", e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public Task A_number_that_another_Lotto_of_the_Convenzione_has() => Fires("lotto.numero-ripetuto", Lotto(numero: Known.Numero));

    [Fact]
    public Task A_CIG_Padre_that_another_Lotto_has() => Fires("cig-padre.gia-usato", Lotto(cigPadre: Known.CigPadre));

    [Fact]
    public Task A_Lotto_of_a_Convenzione_that_is_not_there() => Fires("lotto.convenzione-assente", Lotto(convenzione: Guid.CreateVersion7()));

    [Fact]
    public Task The_same_Lotto_twice() => Fires("lotto.esiste-gia", Lotto(id: Known.Id));

    [Fact]
    public Task The_codice_fiscale_of_another_Ente() => Fires("ente.esiste-gia", EnteLike(Bench.Catalogo.Enti[0]));

    [Fact]
    public Task A_second_registration_of_one_person_for_one_Ente()
    {
        var there = Bench.Catalogo.Registrazioni[0];
        return Fires("registrazione.esiste-gia", new RegistrazionePortale(Guid.CreateVersion7(), there.PersonaId, there.EnteId));
    }

    [Fact]
    public Task A_registration_of_nobody() =>
        Fires("registrazione.persona-assente", new RegistrazionePortale(Guid.CreateVersion7(), Guid.CreateVersion7(), Bench.Catalogo.Enti[1].Id));

    [Fact]
    public Task A_registration_for_no_Ente() =>
        Fires("registrazione.ente-assente", new RegistrazionePortale(Guid.CreateVersion7(), Bench.Catalogo.Persone[0].Id, Guid.CreateVersion7()));

    [Fact]
    public Task A_massimale_of_a_Lotto_that_is_not_there() => Fires("capienza.lotto-assente", new Capienza(Guid.CreateVersion7()));

    [Fact]
    public Task A_role_of_somebody_who_is_saved_with_it_lacks_only_its_Ente()
    {
        var data = new DatiPersona("nuova.persona", "Nuova", "Persona", InventedCodes.Persona("PRSNVU", 1980, 'C', 12), "nuova@cighub.example", "");
        var person = new Persona(Guid.CreateVersion7(), data);
        var role = new Appartenenza(Guid.CreateVersion7(), person.Id, Ruolo.Istruttore, Guid.CreateVersion7(), new DateOnly(2026, 1, 1));
        return Fires("ruolo.ente-assente", person, role);
    }

    private Lotto Known => Bench.Catalogo.Lotti[0];

    private Lotto Lotto(Guid? id = null, Guid? convenzione = null, int numero = 99, Cig? cigPadre = null) => new(
        id ?? Guid.CreateVersion7(),
        convenzione ?? Known.ConvenzioneId,
        new DatiLotto(numero, "Un altro Lotto", cigPadre ?? InventedCodes.Cig('A', 0x7F7F7F), Known.Caratteristiche, [.. Known.Fornitori]));

    private static Ente EnteLike(Ente other) => new(Guid.CreateVersion7(), new DatiEnte(
        "Comune omonimo", other.CodiceFiscale, null, "pec@omonimo.example", other.Sede, "c_x999", "0000199999", other.Luogo, [.. other.CentriDiCosto], []));

    /// <summary>
    /// Saves the rows as the write path does, in a real database file. Asserts that the constraint with the given code refuses them.
    /// </summary>
    private async Task Fires(string code, params object[] rows)
    {
        await using var scope = Bench.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.AddRange(rows);
        var events = Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Catalogo, Guid.Empty, null));
        var write = new RecordedSave(db, Bench.Clock);
        var fired = await Assert.ThrowsAsync<DbUpdateException>(() => write.Save(events, Attore.Sistema, null, default));

        Assert.True(Constraints.Fired(fired));
        Assert.Equal(code, (await Constraints.Explain(fired, default)).Code);
    }

    private static string Columns(IReadOnlyEntityType table, IEnumerable<IReadOnlyProperty> properties) =>
        string.Join(", ", properties.Select(p => $"{table.GetTableName()}.{p.GetColumnName()}"));

    private static void Same(IEnumerable<string> inModel, IEnumerable<string> withSentence)
    {
        var (model, sentences) = (inModel.Order(StringComparer.Ordinal).ToList(), withSentence.ToHashSet());
        Assert.NotEmpty(model);
        Assert.Empty(model.Except(sentences));
        Assert.Empty(sentences.Except(model));
    }
}
