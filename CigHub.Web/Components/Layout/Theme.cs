using MudBlazor;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// The look of .italia as two MudBlazor palettes, light and dark. Both are written into the document as CSS: the light one for
/// <c>:root</c>, the dark one for <c>:root.scuro</c>. <c>js/tema.js</c> sets that class before the first paint.
/// </summary>
/// <remarks>
/// The colors of MudBlazor fail WCAG AA (success has 2.24:1 on white). Here every color of text has a contrast of 4.5:1 or more on
/// <c>Background</c>, <c>Surface</c> and <c>BackgroundGray</c>. So has every contrast text on its color. A test computes the contrasts.
/// </remarks>
public static class Theme
{
    private static readonly string[] Fonts = ["Titillium Web", "Segoe UI", "Roboto", "sans-serif"];

    public static MudTheme Light { get; } = Create(":root");

    public static MudTheme Dark { get; } = Create(":root.scuro");

    private static MudTheme Create(string ambito) => new()
    {
        PseudoCss = new PseudoCss { Scope = ambito },
        PaletteLight = new PaletteLight
        {
            Primary = "#0066CC",
            Secondary = "#55687A",
            Tertiary = "#55687A",
            Info = "#00608A",
            Success = "#007A52",
            Warning = "#8A5300",
            Error = "#C02A44",
            Dark = "#17324D",
            TextPrimary = "#17324D",
            TextSecondary = "#435A70",
            TextDisabled = "#6B7F93",
            ActionDefault = "#435A70",
            ActionDisabled = "#6B7F93",
            ActionDisabledBackground = "#E3E9EF",
            Background = "#FFFFFF",
            BackgroundGray = "#F5F7FA",
            Surface = "#FFFFFF",
            AppbarBackground = "#0059B3",
            AppbarText = "#FFFFFF",
            DrawerBackground = "#F5F7FA",
            DrawerText = "#17324D",
            DrawerIcon = "#435A70",
            LinesDefault = "#D5DBE1",
            LinesInputs = "#5D7083",
            Divider = "#D5DBE1",
            TableLines = "#D5DBE1",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#7DB8F5",
            PrimaryContrastText = "#0B1A2A",
            Secondary = "#A9BACB",
            SecondaryContrastText = "#0B1A2A",
            Tertiary = "#A9BACB",
            TertiaryContrastText = "#0B1A2A",
            Info = "#66CCF2",
            InfoContrastText = "#0B1A2A",
            Success = "#6CD3A6",
            SuccessContrastText = "#0B1A2A",
            Warning = "#F0B75E",
            WarningContrastText = "#0B1A2A",
            Error = "#FF9AA8",
            ErrorContrastText = "#2A0B10",
            Dark = "#C9D6E2",
            DarkContrastText = "#0B1A2A",
            TextPrimary = "#EEF3F8",
            TextSecondary = "#B9C6D2",
            TextDisabled = "#8497A9",
            ActionDefault = "#B9C6D2",
            ActionDisabled = "#8497A9",
            ActionDisabledBackground = "#24384C",
            Background = "#0F1B28",
            BackgroundGray = "#16263A",
            Surface = "#132235",
            AppbarBackground = "#0B2A4A",
            AppbarText = "#FFFFFF",
            DrawerBackground = "#16263A",
            DrawerText = "#EEF3F8",
            DrawerIcon = "#B9C6D2",
            LinesDefault = "#33475C",
            LinesInputs = "#8FA3B7",
            Divider = "#33475C",
            TableLines = "#33475C",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = ".9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography
            {
                FontFamily = Fonts,
                FontSize = "1rem",
                FontWeight = "600",
                LineHeight = "1.5",
                LetterSpacing = "normal",
                TextTransform = "none"
            },
            Caption = new CaptionTypography { FontFamily = Fonts, FontSize = ".875rem", LetterSpacing = "normal" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px" },
    };
}
