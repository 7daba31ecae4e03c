# InfluxDB's, Kapacitor's and Chronograf's data. It outlives tasks and instances.

resource "aws_ebs_volume" "data" {
  availability_zone = local.availability_zone
  size              = var.data_volume_size
  type              = "gp3"
  iops              = 3000
  throughput        = 125
  encrypted         = true
  kms_key_id        = aws_kms_key.this.arn
  final_snapshot    = true

  tags = {
    Name   = "${var.name}-data"
    Backup = var.name
  }

  lifecycle {
    prevent_destroy = true

    # The zone of a volume cannot change: another one would mean another, empty volume. The tags are notes of others: the instance's,
    # that it has formatted the volume, and a restore's, where the volume comes from.
    ignore_changes = [
      availability_zone, snapshot_id,
      tags["tickstack:formatted"], tags_all["tickstack:formatted"],
      tags["tickstack:restore"], tags_all["tickstack:restore"],
    ]
  }
}
