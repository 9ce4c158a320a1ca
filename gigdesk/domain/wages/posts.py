"""The posts of the statistical bureau's tables."""

from __future__ import annotations

import re

from gigdesk.domain.wages.codes import plain

ALL_POSTS = "all"
POSTS = {
    "中层及以上管理人员": r"管理人员",
    "专业技术人员": r"专业技术人员",
    "办事人员和有关人员": r"办事人员",
    "社会生产服务和生活服务人员": r"(?:社会生产服务|生活服务|商业.?服务业)",
    "生产制造及有关人员": r"生产.?制造|生产运输",
    ALL_POSTS: r"^(?:全部岗位|全部|全部就业人员|就业人员|合计|平均工资|平均|规模以上企业(?:就业人员)?)$",
}
"""The name of a post, and how heads write it."""
ALL_POSTS_LABEL = "全部岗位"


def post_of(name: str) -> str | None:
    """The post that a head names; None where it names none."""
    bare = plain(name)
    return next((post for post, pattern in POSTS.items() if re.search(pattern, bare)), None)
