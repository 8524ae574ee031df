using System.Text;
using Virker.Platform;

namespace Virker.Tests.Platform;

/// <summary>What is no file of a size, or may not be opened up, is answered in a sentence.</summary>
public sealed class OddFilesTests
{
    [Fact]
    public void A_folder_is_said_to_be_one() =>
        SourceReader.ReadFile(Path.GetTempPath()).Refusal!.Code.ShouldBe("source.folder");

    [Fact]
    public void A_device_without_end_is_refused_by_its_size()
    {
        if (!File.Exists("/dev/zero")) return;
        SourceReader.ReadFile("/dev/zero").Refusal!.Code.ShouldBe("source.too-large");
    }

    [Fact]
    public void A_document_type_is_said_to_be_forbidden()
    {
        var bytes = Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\"?><!DOCTYPE root [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><root>&x;</root>"
        );

        SourceReader.Read(bytes).Refusal!.Text.ShouldContain("forbudt");
    }

    [Fact]
    public void Words_about_a_document_type_are_text() =>
        (
            SourceReader
                .Read(
                    Encoding.UTF8.GetBytes(
                        "<?xml version=\"1.0\"?><root><table><![CDATA[<!DOCTYPE html>]]></table></root>"
                    )
                )
                .Refusal?.Code
        ).ShouldNotBe("source.dtd");
}
