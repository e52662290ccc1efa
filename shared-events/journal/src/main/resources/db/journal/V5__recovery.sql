-- Which broker cluster this store was published to and read from, since it was last found in order.
create table log_cluster (
  only_row   boolean primary key default true check (only_row),
  cluster_id text not null
);
