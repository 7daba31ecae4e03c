using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Tools.Aws;

namespace TickStack.Build.Tools.Ecs;

/// <summary>ECS.</summary>
public sealed class EcsAccountSettings(IAmazonECS ecs) : IAccountSettings
{
    // What is effective for the caller stands for what will be so for the instance's role: both have the account's default unless
    // one of them was given a setting of its own.
    public async Task<bool> TrunksAsync(CancellationToken cancellationToken)
    {
        var request = new ListAccountSettingsRequest { Name = SettingName.AwsvpcTrunking, EffectiveSettings = true };
        var answer = await AwsCall.RunAsync($"asking ECS for the account setting {SettingName.AwsvpcTrunking}", () => ecs.ListAccountSettingsAsync(request, cancellationToken));
        return answer.Settings?.Any(setting => setting.Name == SettingName.AwsvpcTrunking && setting.Value == "enabled") == true;
    }
}
