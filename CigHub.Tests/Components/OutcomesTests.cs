using Bunit;
using CigHub.Web.Common;
using CigHub.Web.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Components;

/// <summary>
/// Checks where the outcome of an action is shown. It must appear on the page where the user is, or on the page to which the action leads,
/// and disappear afterwards.
/// </summary>
public sealed class OutcomesTests : ComponentTest
{
    [Fact]
    public void A_sentence_goes_with_the_next_page()
    {
        var outcomes = new Outcomes();
        var notice = Contesto.Render<OutcomeNotice>(p => p.Add(c => c.Outcomes, outcomes));
        var navigation = Contesto.Services.GetRequiredService<NavigationManager>();
        Assert.Equal("status", notice.Find("div").GetAttribute("role"));

        outcomes.Say("Fatto.");
        notice.WaitForAssertion(() => Assert.Contains("Fatto.", notice.Markup, StringComparison.Ordinal));
        outcomes.GoOn(navigation, AppRoutes.Affidamenti);
        Assert.Equal("Fatto.", outcomes.Text);
        navigation.NavigateTo(AppRoutes.Spesa);
        Assert.Null(outcomes.Text);
        notice.WaitForAssertion(() => Assert.DoesNotContain("Fatto.", notice.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Another_page_or_the_next_action_takes_it_away()
    {
        var outcomes = new Outcomes();
        var notice = Contesto.Render<OutcomeNotice>(p => p.Add(c => c.Outcomes, outcomes));
        outcomes.Say("Fatto.");
        Contesto.Services.GetRequiredService<NavigationManager>().NavigateTo(AppRoutes.Spesa);
        Assert.Null(outcomes.Text);
        outcomes.Say("Fatto di nuovo.");
        notice.WaitForElement("button").Click();
        Assert.Null(outcomes.Text);
    }
}
