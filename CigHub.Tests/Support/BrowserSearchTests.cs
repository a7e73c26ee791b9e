using System.Runtime.InteropServices;

namespace CigHub.Tests.Support;

public sealed class BrowserSearchTests
{
    [Fact]
    public void Il_browser_indicato_dalla_variabile_e_il_solo_provato()
    {
        var macchina = Linux(path: "/usr/bin", indicato: " /opt/mio/browser ", "/usr/bin/chromium", "/opt/mio/browser");

        Assert.Equal(["/opt/mio/browser"], BrowserSearch.Candidates(macchina));
    }

    [Fact]
    public void Un_browser_indicato_che_non_esiste_non_viene_sostituito_in_silenzio()
    {
        Assert.Equal(["/non/esiste"], BrowserSearch.Candidates(Linux(path: "/usr/bin", indicato: "/non/esiste", "/usr/bin/chromium")));
    }

    [Fact]
    public void Una_variabile_vuota_e_come_se_non_ci_fosse()
    {
        Assert.Equal(["/usr/bin/chromium"], BrowserSearch.Candidates(Linux(path: "/usr/bin", indicato: " ", "/usr/bin/chromium")));
    }

    [Fact]
    public void Il_solo_motore_viene_prima_di_Chromium_poi_Chrome_e_Chrome_prima_di_Edge_in_qualunque_cartella_stiano()
    {
        var macchina = Linux(
            path: "/primo:/secondo/", indicato: null,
            "/primo/microsoft-edge", "/primo/google-chrome-stable", "/secondo/google-chrome", "/secondo/chromium-browser", "/secondo/chromium",
            "/secondo/chromium-headless-shell");

        Assert.Equal(
            ["/secondo/chromium-headless-shell", "/secondo/chromium", "/secondo/chromium-browser", "/secondo/google-chrome",
                "/primo/google-chrome-stable", "/primo/microsoft-edge"],
            BrowserSearch.Candidates(macchina));
    }

    [Fact]
    public void I_posti_consueti_vengono_dopo_il_PATH()
    {
        var macchina = Linux(path: "/usr/local/bin", indicato: null, "/opt/google/chrome/chrome", "/usr/local/bin/msedge");

        Assert.Equal(["/usr/local/bin/msedge", "/opt/google/chrome/chrome"], BrowserSearch.Candidates(macchina));
    }

    [Fact]
    public void Su_Windows_si_trova_Edge_al_suo_posto()
    {
        const string Edge = @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe";
        var variabili = new Dictionary<string, string> { ["PATH"] = @"C:\Windows;C:\Strumenti\", ["ProgramFiles(x86)"] = @"C:\Program Files (x86)" };
        var macchina = new Machine(variabili.GetValueOrDefault, p => p is Edge or @"C:\Strumenti\chrome.exe", OSPlatform.Windows);

        Assert.Equal([@"C:\Strumenti\chrome.exe", Edge], BrowserSearch.Candidates(macchina));
    }

    [Fact]
    public void Su_Mac_si_trova_Chrome_fra_le_applicazioni_della_persona()
    {
        const string Chrome = "/Users/persona/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
        var variabili = new Dictionary<string, string> { ["HOME"] = "/Users/persona" };

        Assert.Equal([Chrome], BrowserSearch.Candidates(new Machine(variabili.GetValueOrDefault, p => p == Chrome, OSPlatform.OSX)));
    }

    [Fact]
    public void Senza_browser_non_c_e_nulla_da_provare()
    {
        Assert.Empty(BrowserSearch.Candidates(Linux(path: "/usr/bin", indicato: null)));
    }

    private static Machine Linux(string path, string? indicato, params string[] file)
    {
        var variabili = new Dictionary<string, string?> { ["PATH"] = path, [BrowserSearch.Variable] = indicato };
        return new Machine(variabili.GetValueOrDefault, file.Contains, OSPlatform.Linux);
    }
}
