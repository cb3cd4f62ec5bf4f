package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups rows by keys and works out functions over each group, in one pass and a hash table for
 * each key. Without a key there is one group, which exists without rows too.
 */
final class GroupedRows implements ResultSink {

  private static final long BYTES_PER_GROUP = 64;
  private static final long BYTES_PER_VALUE = 48;

  private final List<GroupKey> keys;
  private final List<Accumulator> functions;
  private final Comparator<@Nullable Object[]> order;
  private final GroupShape shape;
  private final Window window;
  private final Account account;
  private final List<LongIndex> combinations;
  private final int[] numbers;
  private final List<int[]> groups = new ArrayList<>();

  /**
   * A grouping.
   *
   * @param order of the groups, each as an array of the values of its keys, then of its functions
   * @param shape makes rows of such arrays
   */
  GroupedRows(
      Members members,
      Comparator<@Nullable Object[]> order,
      GroupShape shape,
      Window window,
      Account account) {
    this.keys = members.keys();
    this.functions = members.functions();
    this.order = order;
    this.shape = shape;
    this.window = window;
    this.account = account;
    this.combinations = keys.stream().map(_ -> new LongIndex()).toList();
    this.numbers = new int[keys.size()];
    if (keys.isEmpty()) {
      groups.add(new int[0]);
    }
  }

  /** What makes groups, and what is worked out for each. */
  record Members(List<GroupKey> keys, List<Accumulator> functions) {

    Members {
      keys = List.copyOf(keys);
      functions = List.copyOf(functions);
    }
  }

  @Override
  public void accept(Batch batch) {
    for (int i = 0; i < batch.selected(); i++) {
      int position = batch.position(i);
      int group = group(batch.nodes(), position);
      for (int f = 0; f < functions.size(); f++) {
        functions.get(f).add(group, batch.nodes(), position, batch.weight(position));
      }
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return window.end() > 0;
  }

  @Override
  public List<@Nullable Object[]> finish() {
    List<@Nullable Object[]> values = new ArrayList<>(groups.size());
    for (int group = 0; group < groups.size(); group++) {
      values.add(values(group));
    }
    values.sort(order);
    return values.stream().skip(window.offset()).limit(window.limit()).map(shape::row).toList();
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
    if (group == groups.size()) {
      account.hold(BYTES_PER_GROUP + BYTES_PER_VALUE * (keys.size() + functions.size()));
      groups.add(numbers.clone());
    }
    return group;
  }

  private @Nullable Object[] values(int group) {
    @Nullable Object[] values = new @Nullable Object[keys.size() + functions.size()];
    int[] numbersOfKeys = groups.get(group);
    for (int i = 0; i < keys.size(); i++) {
      values[i] = keys.get(i).value(numbersOfKeys[i]);
    }
    for (int i = 0; i < functions.size(); i++) {
      values[keys.size() + i] = functions.get(i).result(group);
    }
    return values;
  }
}
