// dotnet run --project tests/… -- -trait Category=Unit, or -trait- Category=DataVolume to leave some out.
[assembly: Trait("Category", "Unit")]
