using System.Reflection;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.ElencoPortale;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Architecture;

/// <summary>
/// The rule about the tests of commands. Every command must have three tests. A command that carries data which its user saw on the page
/// must have a fourth, in which a second person changes the data first. Such data are a version, the number of a list of codes, a
/// fingerprint, or rows that hold one of these.
/// </summary>
internal static class StaleEditRule
{
    private static readonly string[] SeenByUser = ["Version", "Versione", "Numero", "Impronta"];

    private static readonly string[] SeenInRow = ["Version", "Versione", "Sha256", "Impronta", "Visto"];

    /// <summary>
    /// The commands that carry data which their user saw, but are not judged by the version of an aggregate. Each has its reason, and a
    /// test of its own.
    /// </summary>
    public static IReadOnlyDictionary<Type, string> JudgedOtherwise { get; } = new Dictionary<Type, string>
    {
        [typeof(SalvaBozza)] = "path by path: two people fill in different parts, and only the same path is a conflict",
        [typeof(RegistraElencoPortale)] = "by the fingerprint of a comparison with many Affidamenti: no single person changed it",
    };

    public static bool BringsAlongWhatWasSeen(Type command) =>
        command.IsAssignableTo(typeof(IVersioned))
        || Properties(command).Any(p => SeenByUser.Contains(p.Name))
        || Properties(command).SelectMany(p => Rows(p.PropertyType)).Any(row => Properties(row).Any(p => SeenInRow.Contains(p.Name)));

    /// <summary>Returns the tests that a command should have and lacks, in words. An empty result means that the rule is kept.</summary>
    public static IEnumerable<string> Missing(Type command, IReadOnlyCollection<Type> testClasses)
    {
        if (!testClasses.Any(t => Is(t, typeof(CommandContract<>), command)))
        {
            yield return $"{command.Name}: no class derives from CommandContract<{command.Name}>";
        }

        if (BringsAlongWhatWasSeen(command)
            && !JudgedOtherwise.ContainsKey(command)
            && !testClasses.Any(t => Is(t, typeof(VersionedCommandContract<>), command)))
        {
            yield return $"{command.Name}: it brings along what its user saw, and no class derives from VersionedCommandContract<{command.Name}>";
        }
    }

    private static bool Is(Type testClass, Type contract, Type command) => !testClass.IsAbstract && testClass.IsAssignableTo(contract.MakeGenericType(command));

    private static PropertyInfo[] Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    /// <summary>Returns the types of the elements of a collection type. Returns none for a type that is no collection.</summary>
    private static IEnumerable<Type> Rows(Type type) =>
        type != typeof(string) && type.IsGenericType && type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? type.GetGenericArguments() : [];
}

/// <summary>
/// Tests that every command of the app keeps the rule of stale edits, and that the rule finds a planted command that breaks it.
/// </summary>
public sealed class StaleEditRuleTests
{
    private static readonly IReadOnlyCollection<Type> _testClasses = typeof(StaleEditRuleTests).Assembly.GetTypes();

    public static TheoryData<Type> Commands => CommandsAndQueriesTests.Commands;

    [Theory]
    [MemberData(nameof(Commands))]
    public void Ogni_comando_ha_i_test_che_gli_spettano(Type comando) => Assert.Empty(StaleEditRule.Missing(comando, _testClasses));

    [Fact]
    public void Cio_che_e_giudicato_altrimenti_porta_davvero_cio_che_si_e_visto() =>
        Assert.All(StaleEditRule.JudgedOtherwise.Keys, c => Assert.True(StaleEditRule.BringsAlongWhatWasSeen(c), c.Name));

    [Theory]
    [InlineData(typeof(WithVersion))]
    [InlineData(typeof(WithVersionOfARoot))]
    [InlineData(typeof(WithNumber))]
    [InlineData(typeof(WithFingerprint))]
    [InlineData(typeof(WithRows))]
    [InlineData(typeof(WithMarkedRows))]
    public void Un_comando_che_porta_cio_che_si_e_visto_e_non_prova_chi_arriva_secondo_si_scopre(Type planted)
    {
        Assert.Equal(2, StaleEditRule.Missing(planted, _testClasses).Count());
        Assert.Single(StaleEditRule.Missing(planted, [typeof(ThreeTestsOf<>).MakeGenericType(planted)]));
        Assert.Empty(StaleEditRule.Missing(planted, [typeof(FourTestsOf<>).MakeGenericType(planted)]));
    }

    [Fact]
    public void Un_comando_che_non_porta_nulla_ne_vuole_tre()
    {
        Assert.Single(StaleEditRule.Missing(typeof(WithoutVersion), _testClasses));
        Assert.Empty(StaleEditRule.Missing(typeof(WithoutVersion), [typeof(ThreeTestsOf<WithoutVersion>)]));
    }

    private sealed record WithVersion(Guid Id, int? Version) : PlantedCommand;

    private sealed record WithVersionOfARoot(Guid Id) : PlantedCommand, IVersioned<CigHub.Domain.Persone.Persona>
    {
        Guid IVersioned.RootId => Id;

        int IVersioned.Version => 1;
    }

    private sealed record WithNumber(Guid Id, int Numero) : PlantedCommand;

    private sealed record WithFingerprint(Guid Id, string Impronta) : PlantedCommand;

    private sealed record WithRows(IReadOnlyList<Row> Righe) : PlantedCommand;

    private sealed record WithMarkedRows(IReadOnlyDictionary<Guid, MarkedRow> Righe) : PlantedCommand;

    private sealed record WithoutVersion(Guid Id, string Nota, IReadOnlyList<string> Righe) : PlantedCommand;

    private sealed record Row(Guid Id, int Version);

    private sealed record MarkedRow(string Sha256);

    private abstract record PlantedCommand : ICommand
    {
        public static Web.UseCases.Permission Requires => Web.UseCases.Permission.VediPortale;
    }

    private sealed class ThreeTestsOf<TCommand> : CommandContract<TCommand>
        where TCommand : ICommand
    {
        public override Task Fa_cio_che_dice() => Task.CompletedTask;

        public override Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato() => Task.CompletedTask;

        public override Task In_uno_stato_che_non_lo_ammette_e_rifiutato() => Task.CompletedTask;
    }

    private sealed class FourTestsOf<TCommand> : VersionedCommandContract<TCommand>
        where TCommand : ICommand
    {
        public override Task Fa_cio_che_dice() => Task.CompletedTask;

        public override Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato() => Task.CompletedTask;

        public override Task In_uno_stato_che_non_lo_ammette_e_rifiutato() => Task.CompletedTask;

        private protected override Task<(TCommand Command, Web.UseCases.Actor Actor)> SeenNow() => throw new NotSupportedException();
    }
}
