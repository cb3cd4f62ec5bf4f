package io.omnigraph.query.execute;

import io.omnigraph.query.execute.Budget.Account;
import io.omnigraph.query.result.Cells;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Groups rows by the columns that are not aggregates (section 9.2), and orders the groups. Without
 * such a column there is one group, which exists without rows too.
 */
final class GroupedRows implements ResultSink {

  /** What a column of a group holds. */
  sealed interface Member {

    /** One of the values that make the group. */
    record Key(GroupKey key) implements Member {}

    /** A value over the rows of the group. */
    record Function(Accumulator accumulator) implements Member {}
  }

  private static final long BYTES_PER_GROUP = 64;
  private static final long BYTES_PER_MEMBER = 48;

  private final List<Member> members;
  private final List<ValueOrder> columnOrders;
  private final Comparator<@Nullable Object[]> order;
  private final long limit;
  private final Account account;
  private final List<GroupKey> keys;
  private final List<Accumulator> accumulators;
  private final List<LongIndex> combinations;
  private final int[] numbers;
  private final List<int[]> groupKeys = new ArrayList<>();

  /**
   * A grouping.
   *
   * @param members the columns of the result
   * @param columnOrders the type and order of each
   * @param order of the groups, each as an array of its columns
   */
  GroupedRows(
      List<Member> members,
      List<ValueOrder> columnOrders,
      Comparator<@Nullable Object[]> order,
      long limit,
      Account account) {
    this.members = List.copyOf(members);
    this.columnOrders = List.copyOf(columnOrders);
    this.order = order;
    this.limit = limit;
    this.account = account;
    this.keys =
        members.stream()
            .flatMap(m -> m instanceof Member.Key(var k) ? Stream.of(k) : null)
            .toList();
    this.accumulators =
        members.stream()
            .flatMap(m -> m instanceof Member.Function(var a) ? Stream.of(a) : null)
            .toList();
    this.combinations = keys.stream().map(_ -> new LongIndex()).toList();
    this.numbers = new int[keys.size()];
    if (keys.isEmpty()) {
      groupKeys.add(new int[0]);
    }
  }

  @Override
  public void accept(Batch batch) {
    for (int i = 0; i < batch.selected(); i++) {
      int position = batch.position(i);
      int group = group(batch.nodes(), position);
      for (Accumulator accumulator : accumulators) {
        accumulator.add(group, batch.nodes(), position, batch.weight(position));
      }
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return limit > 0;
  }

  @Override
  public List<@Nullable Object[]> finish() {
    List<@Nullable Object[]> groups = new ArrayList<>();
    for (int group = 0; group < groupKeys.size(); group++) {
      groups.add(row(group));
    }
    return groups.stream().sorted(order).limit(limit).map(this::cells).toList();
  }

  /**
   * The number of a row's group: that of the pair of the group by all keys but one, and the last.
   */
  private int group(int[][] nodes, int position) {
    int group = 0;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = keys.get(i).number(nodes, position);
      group = combinations.get(i).number(((long) group << 32) | numbers[i]);
    }
    if (group == groupKeys.size()) {
      account.hold(BYTES_PER_GROUP + BYTES_PER_MEMBER * members.size());
      groupKeys.add(numbers.clone());
    }
    return group;
  }

  private @Nullable Object[] row(int group) {
    @Nullable Object[] row = new @Nullable Object[members.size()];
    int key = 0;
    for (int i = 0; i < row.length; i++) {
      row[i] =
          switch (members.get(i)) {
            case Member.Key(var values) -> values.value(groupKeys.get(group)[key++]);
            case Member.Function(var accumulator) -> accumulator.result(group);
          };
    }
    return row;
  }

  private @Nullable Object[] cells(@Nullable Object[] row) {
    @Nullable Object[] cells = new @Nullable Object[row.length];
    for (int i = 0; i < row.length; i++) {
      cells[i] = Cells.of(row[i], columnOrders.get(i).type());
    }
    return cells;
  }
}
