using Amazon.ECS;
using Amazon.ECS.Model;

namespace TickStack.Build.Aws;

/// <summary>ECS's settings of the account.</summary>
public interface IAccountSettings
{
    /// <summary>Whether instances get a trunk interface (awsvpcTrunking), which carries many more tasks than they have interfaces.</summary>
    Task<bool> TrunksAsync(CancellationToken cancellationToken);
}

/// <summary>ECS.</summary>
public sealed class EcsAccountSettings(IAmazonECS ecs) : IAccountSettings
{
    // What is effective for the caller stands for what will be so for the instance's role: both have the account's default unless
    // one of them was given a setting of its own.
    public async Task<bool> TrunksAsync(CancellationToken cancellationToken)
    {
        var request = new ListAccountSettingsRequest { Name = SettingName.AwsvpcTrunking, EffectiveSettings = true };
        var answer = await AwsCall.RunAsync(
            $"asking ECS for the account setting {SettingName.AwsvpcTrunking}", () => ecs.ListAccountSettingsAsync(request, cancellationToken));
        return answer.Settings?.Any(setting => setting.Name == SettingName.AwsvpcTrunking && setting.Value == "enabled") == true;
    }
}
