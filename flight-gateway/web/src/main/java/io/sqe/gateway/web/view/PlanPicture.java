package io.sqe.gateway.web.view;

import io.sqe.gateway.query.PlanNode;
import io.sqe.gateway.query.PlanNode.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plan drawn as a tree, the result at the top: boxes for operators, lines for the rows that go from one to the other.
 *
 * @param isMeasured whether the operators say what they did
 */
public record PlanPicture(List<Box> boxes, List<Line> lines, int width, int height, boolean isMeasured) {
    private static final int BOX_WIDTH = 216;
    private static final int BOX_HEIGHT = 84;
    private static final int GAP_ACROSS = 22;
    private static final int GAP_DOWN = 40;
    private static final int MARGIN = 8;
    private static final int NAME_CHARACTERS = 27;
    private static final int FACTS_CHARACTERS = 33;
    private static final int HEAT_STEPS = 5;

    /** More would be no picture any more, and much to send. */
    private static final int BOXES_MAX = 400;

    public PlanPicture {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /** Empty if the plan is too large to be drawn. */
    public static Optional<PlanPicture> of(PlanNode root) {
        return count(root) > BOXES_MAX ? Optional.empty() : Optional.of(new Drawing(root).picture());
    }

    private static int count(PlanNode node) {
        return 1 + node.inputs().stream().mapToInt(PlanPicture::count).sum();
    }

    /**
     * An operator.
     *
     * @param depth below the root
     * @param share of the time of all, in percent
     * @param heat from 0, cool, to 5
     */
    public record Box(
            String name, String facts, String rows, String time, int share, int heat, int depth, int x, int y) {

        /** As much of the name as fits. */
        public String shortName() {
            return shortened(name, NAME_CHARACTERS);
        }

        public String shortFacts() {
            return shortened(facts, FACTS_CHARACTERS);
        }

        /** The bar at the bottom that shows the share. */
        public int barWidth() {
            return share * (BOX_WIDTH - 20) / 100;
        }

        /** Before the name in a table. */
        public String indent() {
            return depth == 0 ? "" : "\u00a0\u00a0\u00a0".repeat(depth - 1) + "└\u00a0";
        }

        private static String shortened(String text, int charactersMax) {
            return text.length() > charactersMax ? text.substring(0, charactersMax - 1) + "…" : text;
        }
    }

    /**
     * Rows on their way.
     *
     * @param weight from 1, few, to 6
     */
    public record Line(int fromX, int fromY, int toX, int toY, int weight) {

        /** As SVG has paths: down, across in a curve, down. */
        public String path() {
            int middle = (fromY + toY) / 2;
            return "M%d %dC%d %d %d %d %d %d".formatted(fromX, fromY, fromX, middle, toX, middle, toX, toY);
        }
    }

    /** A picture being drawn. */
    private static final class Drawing {
        private final PlanNode root;
        private final long nanosTotal;
        private final List<Line> lines = new ArrayList<>();
        private int right = MARGIN;
        private int bottom;

        Drawing(PlanNode root) {
            this.root = root;
            this.nanosTotal = Math.max(1, nanos(root));
        }

        PlanPicture picture() {
            List<Box> boxes = place(root, 0).boxes();
            return new PlanPicture(
                    boxes,
                    lines,
                    right - GAP_ACROSS + MARGIN,
                    bottom + MARGIN,
                    root.work().isPresent());
        }

        /** Places a node above its inputs. */
        private Placed place(PlanNode node, int depth) {
            List<Placed> inputs =
                    node.inputs().stream().map(input -> place(input, depth + 1)).toList();
            int middle = inputs.isEmpty()
                    ? next()
                    : (inputs.getFirst().middle() + inputs.getLast().middle()) / 2;
            int y = MARGIN + depth * (BOX_HEIGHT + GAP_DOWN);
            bottom = Math.max(bottom, y + BOX_HEIGHT);
            List<Box> boxes = new ArrayList<>();
            boxes.add(box(node, depth, middle - BOX_WIDTH / 2, y));
            for (int i = 0; i < inputs.size(); i++) {
                boxes.addAll(inputs.get(i).boxes());
                int from = inputs.get(i).middle();
                int weight = weight(node.inputs().get(i));
                lines.add(new Line(from, y + BOX_HEIGHT + GAP_DOWN, middle, y + BOX_HEIGHT, weight));
            }
            return new Placed(middle, boxes);
        }

        private int next() {
            int middle = right + BOX_WIDTH / 2;
            right += BOX_WIDTH + GAP_ACROSS;
            return middle;
        }

        private Box box(PlanNode node, int depth, int x, int y) {
            Optional<Work> work = node.work();
            int share = work.map(done -> share(done.time())).orElse(0);
            return new Box(
                    node.name(),
                    node.facts(),
                    work.flatMap(Work::rows)
                            .map(rows -> Shown.count(rows, "row"))
                            .orElse(""),
                    work.map(done -> Shown.duration(done.time())).orElse(""),
                    share,
                    Math.min(HEAT_STEPS, (share + 14) / 15),
                    depth,
                    x,
                    y);
        }

        private int share(Duration time) {
            return (int) Math.round(100.0 * time.toNanos() / nanosTotal);
        }

        private static long nanos(PlanNode node) {
            long own = node.work().map(work -> work.time().toNanos()).orElse(0L);
            return own + node.inputs().stream().mapToLong(Drawing::nanos).sum();
        }

        /** A step for each power of ten beyond a hundred. */
        private static int weight(PlanNode input) {
            double rows = input.work().flatMap(Work::rows).orElse(0L).doubleValue();
            return Math.clamp(Math.round(Math.log10(Math.max(1, rows))) - 1, 1, 6);
        }

        /**
         * A part of the tree.
         *
         * @param middle of its topmost box, from the left
         * @param boxes the topmost first
         */
        private record Placed(int middle, List<Box> boxes) {}
    }
}
