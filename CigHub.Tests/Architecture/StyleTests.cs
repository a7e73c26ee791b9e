namespace CigHub.Tests.Architecture;

/// <summary>
/// Tests that style sheets and scripts keep their rules, and that each check finds the planted source that breaks its rule.
/// </summary>
public sealed class StyleTests
{
    private static readonly IReadOnlyList<House.SourceFile> _sources = [.. House.Sources, .. House.StylesAndScripts];

    public static TheoryData<string> Names => new(StyleRules.All.Select(r => r.Name));

    private static StyleRules.Rule RuleOf(string name) => StyleRules.All.Single(r => r.Name == name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Styles_and_scripts_keep_the_rule(string name) => Assert.Empty(RuleOf(name).Check(_sources));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_check_finds_what_breaks_the_rule(string name) =>
        Assert.NotEmpty(RuleOf(name).Check(_sources.Concat(RuleOf(name).Offence).ToList()).Except(RuleOf(name).Check(_sources)));

    [Fact]
    public void Base_css_names_the_three_widths_on_top()
    {
        var top = _sources.Single(s => s.Path == "wwwroot/css/base.css").Text.Split("*/")[0];
        Assert.All(["75rem", "60rem", "48rem"], width => Assert.Contains(width, top, StringComparison.Ordinal));
    }
}
