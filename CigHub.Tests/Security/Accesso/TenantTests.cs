using CigHub.Web.Common;

namespace CigHub.Tests.Security.Accesso;

/// <summary>The app with a tenant that is given by its id, as at Entra, and not by a name.</summary>
public sealed class AppOfOneTenant : AppWithSignIn
{
    public const string Id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    protected override string Tenant => Id;
}

/// <summary>Checks that a token is refused when its claim <c>tid</c> names a tenant other than that of the app.</summary>
public sealed class TenantTests(AppOfOneTenant app) : IClassFixture<AppOfOneTenant>
{
    [Theory]
    [InlineData(AppOfOneTenant.Id, AppRoutes.Cruscotto)]
    [InlineData("7C9E6679-7425-40DE-944B-E07FC1F90AE7", AppRoutes.Cruscotto)]
    [InlineData(null, AppRoutes.Cruscotto)]
    [InlineData("9188040d-6c67-4c5b-b112-36a304b66dad", AppRoutes.AccessoNonRiuscito)]
    [InlineData("un-altro-ente", AppRoutes.AccessoNonRiuscito)]
    [InlineData("", AppRoutes.AccessoNonRiuscito)]
    public async Task Entra_solo_chi_e_del_tenant_dell_ente(string? tid, string dove)
    {
        app.Ora(Behaviour.Of("rup.tivoli", "Rup") with { Altri = tid is null ? new Dictionary<string, string>() : new() { ["tid"] = tid } });
        using var visitatore = app.NuovoVisitatore();
        Assert.Equal(dove, await visitatore.SignIn());
        Assert.Equal(dove == AppRoutes.Cruscotto, await visitatore.Dentro());
    }
}
