namespace Amazon.ECS.Model;

public class DeploymentController
{
    public DeploymentControllerType? Type { get; set; }
}
